import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: [{ find: /^react-native$/, replacement: 'react-native-web' }], extensions },
  optimizeDeps: { rolldownOptions: { resolve: { extensions } } },
})
