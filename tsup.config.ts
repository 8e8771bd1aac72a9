import { defineConfig } from 'tsup';

const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: { index: 'src/index.ts', 'data/index': 'src/data/index.ts' },
  format: ['esm'],
  target: 'es2022',
  dts: true,
  splitting: true,
  clean: true,
  treeshake: true,
});

export default config;
