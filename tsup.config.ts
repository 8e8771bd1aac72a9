import { defineConfig } from 'tsup';

const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: {
    index: 'src/index.ts',
    'projections/index': 'src/projections/index.ts',
    'distributions/index': 'src/distributions/index.ts',
    'sampling/index': 'src/sampling/index.ts',
    'data/index': 'src/data/index.ts',
    'calibration/index': 'src/calibration/index.ts',
    'economy/index': 'src/economy/index.ts',
    'formulas/index': 'src/formulas/index.ts',
    'tables/index': 'src/tables/index.ts',
    'charts/index': 'src/charts/index.ts',
    'node/index': 'src/node/index.ts',
    'node/worker': 'src/node/worker.ts',
    'web/index': 'src/web/index.ts',
    'web/worker': 'src/web/worker.ts',
    'cluster/index': 'src/cluster/index.ts',
    'cluster/command': 'src/cluster/command.ts',
  },
  format: ['esm'],
  target: 'es2022',
  dts: true,
  splitting: true,
  clean: true,
  treeshake: true,
});

export default config;
