/** Packages that some functions need, and that are installed by those who use these functions. */
export type OptionalPeer = '@resvg/resvg-js' | 'apache-arrow' | 'hyparquet-writer' | 'vega' | 'vega-lite';

/**
 * Loads an optional package when it is needed. The caller says what it uses of it, so that neither its code nor its
 * types are needed by anyone else.
 *
 * @throws Error that says how to install it, where it is missing
 */
export async function loadPeer<Module>(name: OptionalPeer, forWhat: string): Promise<Module> {
  try {
    return (await import(name)) as Module;
  } catch (cause) {
    throw new Error(`${forWhat} needs the package ${name}: npm install ${name}`, { cause });
  }
}
