import { defineConfig } from 'vitest/config'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

export default defineConfig({
  resolve: {
    alias: [
      { find: /^react-native$/, replacement: 'react-native-web' },
      { find: /^react-router\/dom$/, replacement: 'react-router' }, // in Node the two would be two copies
    ],
    extensions,
  },
  test: {
    name: 'dashboard',
    isolate: false,
    maxWorkers: 3,
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    setupFiles: ['../../packages/features/src/testing/setup.ts', 'test/load-texts.ts'],
    testTimeout: 90_000,
  },
})
