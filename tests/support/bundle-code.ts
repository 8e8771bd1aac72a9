import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type BuildOptions, type BuildResult, build } from 'esbuild';

/** What a consumer's bundler makes of a line of code. */
export function bundleCode(
  code: string,
  directory: string,
  options: BuildOptions = {},
): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    stdin: { contents: code, resolveDir: directory },
    // The repository's own tsconfig.json would turn the package's name into its source.
    tsconfigRaw: {},
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
    ...options,
  });
}

/** Bytes of a bundle, minified, as it is and as the web sends it. */
export interface BundleSize {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export function sizeOf({ outputFiles }: BuildResult<{ write: false }>): BundleSize {
  const { contents } = outputFiles[0]!;
  return {
    minified: contents.length,
    gzip: gzipSync(contents).length,
    brotli: brotliCompressSync(contents).length,
  };
}
