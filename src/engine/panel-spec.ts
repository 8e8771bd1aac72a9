import type { Layout } from './layout.ts';
import type { Term } from './terms.ts';

/** A table of draws to fill: terms summed into the rows of a layout. */
export interface PanelSpec {
  readonly layout: Layout;
  readonly terms: readonly Term[];
  /** Read at the end of a bin, rather than summed over it. */
  readonly stock: boolean;
  /** Running total over the bins. */
  readonly cumulative: boolean;
}
