import { defineConfig } from 'vitest/config'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

export default defineConfig({
  resolve: {
    alias: [
      { find: /^react-native$/, replacement: 'react-native-web' },
      { find: /^react-native-web\/dist\/exports/, replacement: 'react-native-web/dist/cjs/exports' }, // as Node loads the rest of it
    ],
    extensions,
  },
  test: {
    name: 'web',
    isolate: false,
    maxWorkers: 3,
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['../../packages/features/src/testing/setup.ts', 'test/load-texts.ts'],
    testTimeout: 90_000,
  },
})
