const { join } = require('node:path')
const { FileStore } = require('@expo/metro-config/file-store')
const { getDefaultConfig } = require('expo/metro-config')
const { divideCommon } = require('./bundle/divide-common.js')
const { isShaken } = require('./bundle/shake-constants.js')

/** Not in the temporary folder, where nothing is to be left. */
const cache = join(__dirname, '../../node_modules/.cache/metro')

const config = getDefaultConfig(__dirname)

/** zod brings its messages in fifty languages, where what a reader sees is in our own catalogues, and schemas of JSON. */
const unusedOfZod = new Set(['../locales/index.js', './from-json-schema.js'])
const isUnusedOfZod = (origin, name) => unusedOfZod.has(name) && /\/zod\/v4\/(classic|core)\//.test(origin)

/** `zod` itself holds everything together as `z`; our files import each by its name. */
const zodByName = join(__dirname, '../../node_modules/zod/v4/classic/external.js')

/** Each polyfill of Intl brings a copy of what chooses a locale. One is enough. */
const localeMatcher = '@formatjs/intl-localematcher'
const aPolyfill = join(__dirname, '../../node_modules/@formatjs/intl-datetimeformat/polyfill-force.js')

/** What we never call of what is imported: lists of what the whole world has. */
const isNeverCalled = (name) => name === '@formatjs/intl-supportedvaluesof'

/** The router draws toolbars of Android's own with it, and the app has none. */
const ourCompose = join(__dirname, 'bundle/compose.js')
const isCompose = (name) => /^@expo\/ui\/jetpack-compose(\/|$)/.test(name)

const ourSvg = join(__dirname, 'bundle/svg.js')
const isOurDrawing = (origin, name) => name === 'react-native-svg' && /\/packages\/ui\/src\//.test(origin)

/** What a browser shows first: a screen in its navigators, in a language. */
const firstScreen = [
  ...['routes/_layout.tsx', 'routes/(tabs)/_layout.tsx', 'routes/(tabs)/index.tsx'],
  ...['messages/texts-en.ts', 'messages/texts-es.ts'],
].map((name) => join(__dirname, 'src', name))

/** Only an export for browsers is in several files. */
async function serialize(entry, before, graph, options) {
  const built = await config.serializer.customSerializer(entry, before, graph, options)
  if (graph.transformOptions.platform !== 'web' || !built.artifacts) return built
  const context = { platform: 'web', environment: 'client' }
  const artifacts = divideCommon(built.artifacts, {
    graph,
    root: __dirname,
    idOf: (path) => options.createModuleId(path, context),
    isFirst: (path) => firstScreen.includes(path),
  })
  return { ...built, artifacts }
}

module.exports = {
  ...config,
  serializer: { ...config.serializer, customSerializer: serialize },
  cacheStores: [new FileStore({ root: cache })],
  fileMapCacheDirectory: cache,
  resolver: {
    ...config.resolver,
    assetExts: [...config.resolver.assetExts, 'woff2'],
    resolveRequest(context, name, platform) {
      if (isUnusedOfZod(context.originModulePath, name) || isNeverCalled(name)) return { type: 'empty' }
      if (isCompose(name)) return { type: 'sourceFile', filePath: ourCompose }
      if (name === localeMatcher)
        return context.resolveRequest({ ...context, originModulePath: aPolyfill }, name, platform)
      if (name === 'zod' && isShaken(context.originModulePath)) return { type: 'sourceFile', filePath: zodByName }
      if (isOurDrawing(context.originModulePath, name) && platform !== 'web')
        return { type: 'sourceFile', filePath: ourSvg }
      return context.resolveRequest(context, name, platform)
    },
  },
  transformer: { ...config.transformer, babelTransformerPath: require.resolve('./bundle/metro-transformer.js') },
}
