import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'
import { compression } from 'vite-plugin-compression2'

const extensions = ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js', '.json']

/** A phone asks for few files, not for forty: what every page runs on is one, what most pages show is another. All styles but
 *  those of the map come with the first, so that a page waits for one file of them. */
const groups = [
  {
    name: 'site',
    test: /preload-helper|\/apps\/web\/src\/(root|site|messages\/site-i18n)|\/packages\/client\/src\/(storage|connection|front)\/|\/apps\/web\/src\/.*\.module\.css|node_modules\/(react|react-dom|scheduler|react-router|i18next|react-native-web|styleq|cookie|set-cookie-parser)\//,
  },
  { name: 'parts', test: /\/packages\/(ui|features)\//, minShareCount: 4 },
]

/** Compressed once, as small as it gets, and not again for each visitor. */
const packed = {
  ...compression({ algorithms: ['brotliCompress'], include: /^assets\/.*\.(m?js|css)$/ }),
  applyToEnvironment: ({ name }: { name: string }) => name === 'client',
}

/** The package's exports name its development build alone. */
const ofReactRouter = (file: string) =>
  fileURLToPath(new URL(`../production/${file}.mjs`, import.meta.resolve('react-router')))

const alias = [
  { find: /^react-native$/, replacement: 'react-native-web' },
  { find: /^react-router$/, replacement: ofReactRouter('index') },
  { find: /^react-router\/dom$/, replacement: ofReactRouter('dom-export') },
]

/** What the server gives for React Native's own box and text. */
const nativeOfServer: Plugin = {
  name: 'native-of-server',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'ssr',
  resolveId: (source, importer) =>
    /^\.\/exports\/(View|Text)$/.test(source) && importer?.endsWith('/react-native-web/dist/index.js')
      ? `\0native${source}`
      : undefined,
  load: (id) => {
    if (!id.startsWith('\0native')) return undefined
    const file = fileURLToPath(new URL('./src/server/native.tsx', import.meta.url))
    return `export { ${id.split('/').at(-1)} as default } from ${JSON.stringify(file)}`
  },
}

/** The files with the texts of a language, of the build for browsers, which comes first. The server names the one of its page there, so that a
 *  browser fetches it along with the rest. */
function findLanguageFiles(): Record<string, string> {
  const folder = new URL('build/client/assets/', import.meta.url)
  const files = existsSync(folder) ? readdirSync(folder) : []
  return Object.fromEntries(
    files.flatMap((file) => {
      const name = /^texts-([a-z]+)-[\w-]+\.js$/.exec(file)?.[1]
      return name ? [[name, `/assets/${file}`]] : []
    }),
  )
}

const filesOfLanguages: Plugin = {
  name: 'files-of-languages',
  resolveId: (source) => (source === 'virtual:language-files' ? `\0${source}` : undefined),
  load: (id) =>
    id === '\0virtual:language-files'
      ? `export const languageFiles = ${JSON.stringify(findLanguageFiles())}`
      : undefined,
}

export default defineConfig({
  plugins: [nativeOfServer, filesOfLanguages, reactRouter(), packed],
  resolve: { alias, extensions },
  // What renders pages is one file for production: libraries that ask for NODE_ENV at every element are slow.
  ssr: { noExternal: true },
  build: { assetsInlineLimit: 0 },
  environments: {
    client: {
      build: {
        rolldownOptions: { output: { codeSplitting: { groups } } },
      },
    },
  },
})
