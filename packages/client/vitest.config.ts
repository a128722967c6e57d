import { defineConfig } from 'vitest/config'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

export default defineConfig({
  resolve: { extensions },
  test: { name: 'client', isolate: false, maxWorkers: 3, include: ['test/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
})
