import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

/** A phone asks for few files, not for forty: what every page runs on is one, what most pages show is another. All styles but
 *  those of the map come with the first, so that a page waits for one file of them. */
const groups = [
  {
    name: 'site',
    test: /preload-helper|\/apps\/web\/src\/(root|site|messages)|\/apps\/web\/src\/(?!map\/places-map).*\.module\.css|node_modules\/(react|react-dom|scheduler|react-router|i18next|react-native-web|styleq|cookie|set-cookie-parser)\//,
  },
  { name: 'parts', test: /\/packages\/(ui|features)\//, minShareCount: 4 },
]

/** Compressed once, as small as it gets, and not again for each visitor. */
const packed = compression({ algorithms: ['brotliCompress'], include: /^assets\/.*\.(m?js|css)$/ })

export default defineConfig({
  plugins: [reactRouter(), packed],
  resolve: { alias: [{ find: /^react-native$/, replacement: 'react-native-web' }], extensions },
  ssr: { noExternal: [/^@buy-locals\//] },
  build: { assetsInlineLimit: 0 },
  environments: {
    client: {
      build: {
        rolldownOptions: { output: { codeSplitting: { groups } } },
      },
    },
  },
})
