import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']
/** In development the API is asked where `npm start` serves it. */
const server = 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  plugins: [react(), compression({ algorithms: ['brotliCompress'] })],
  resolve: { alias: [{ find: /^react-native$/, replacement: 'react-native-web' }], extensions },
  optimizeDeps: { rolldownOptions: { resolve: { extensions } } },
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { port: 5173, strictPort: true, proxy: { '/v1': server, '/event': { target: server, ws: true } } },
})
