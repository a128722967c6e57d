import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

export default defineConfig({
  plugins: [reactRouter()],
  resolve: { alias: [{ find: /^react-native$/, replacement: 'react-native-web' }], extensions },
  ssr: { noExternal: [/^@buy-locals\//] },
  build: { assetsInlineLimit: 0 },
})
