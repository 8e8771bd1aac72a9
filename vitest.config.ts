import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const src = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^tourism-impact$/, replacement: src('index.ts') },
      { find: /^tourism-impact\/(\w+)$/, replacement: src('$1/index.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['./tests/support/fast-check.ts'],
    testTimeout: 60_000,
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});

export default config;
