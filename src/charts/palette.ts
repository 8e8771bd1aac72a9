/**
 * Colours that readers with any of the common kinds of colour blindness tell apart, and that keep their order in grey.
 *
 * Hues: Okabe and Ito (2008), Color Universal Design.
 */
export const palette = {
  ink: '#222222',
  faint: '#666666',
  grid: '#e4e4e4',
  main: '#0072b2',
  /** Bands around `main`, the widest interval first. */
  bands: ['#c9e0ef', '#94c3e0', '#63a7d0'],
  accent: '#d55e00',
  before: '#8a8a8a',
  /** From light to dark in one hue: order is told by lightness alone. */
  scale: 'blues',
} as const;
