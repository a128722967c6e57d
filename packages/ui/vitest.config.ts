import { defineConfig } from 'vitest/config'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

export default defineConfig({
  resolve: { alias: [{ find: /^react-native$/, replacement: 'react-native-web' }], extensions },
  test: {
    name: 'ui',
    isolate: false,
    maxWorkers: 3,
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
  },
})
