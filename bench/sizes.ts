import { type BundleSize, bundleCode, sizeOf } from '../tests/support/bundle-code.ts';
import { entryPoints, root } from '../tests/support/repository.ts';

export interface EntrySize extends BundleSize {
  /** As it is imported, without the package's name: `.` is the root. */
  readonly subpath: string;
}

/** Rooms that are for Node alone, and the file that a worker runs. */
const NOT_BUNDLED = /^\.\/(node|cluster|web\/worker)/;

/** What a page loads for all of the root, and for all of each other room with what that room needs. */
export async function measureSizes(): Promise<EntrySize[]> {
  const wanted = Object.entries(entryPoints()).filter(([subpath]) => !NOT_BUNDLED.test(subpath));
  return Promise.all(
    wanted.map(async ([subpath, source]) => {
      const built = source.replace('src/', './dist/').replace(/\.ts$/, '.js');
      return { subpath, ...sizeOf(await bundleCode(`export * from '${built}';`, root)) };
    }),
  );
}
