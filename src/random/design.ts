/**
 * How the draws of a run are spread.
 *
 * - `random`: independent of each other.
 * - `antithetic`: draw 2i + 1 is draw 2i mirrored, u and 1 - u.
 * - `latin-hypercube`: in every 64 points each quantity comes once from each 64th of its distribution.
 * - `sobol`: Owen-scrambled Sobol' points, padded: every quantity has a randomisation of its own, whatever others there
 *   are.
 * - `sobol-joint`: one Owen-scrambled Sobol' sequence for all quantities together. More precise, but a quantity that is
 *   added, renamed or changed may move the draws of all others. The order in which they are written moves none.
 */
export type Design = 'random' | 'antithetic' | 'latin-hypercube' | 'sobol' | 'sobol-joint';

export const designs: readonly Design[] = ['random', 'antithetic', 'latin-hypercube', 'sobol', 'sobol-joint'];
