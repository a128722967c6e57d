const { getDefaultConfig } = require('expo/metro-config')

const config = getDefaultConfig(__dirname)

/** zod brings its messages in fifty languages, where what a reader sees is in our own catalogues, and schemas of JSON. */
const unusedOfZod = new Set(['../locales/index.js', './from-json-schema.js'])
/** Servers alone parse what they receive, and with it zones and calendars. */
const isOfServers = (origin, name) =>
  name === 'temporal-polyfill' || (unusedOfZod.has(name) && /\/zod\/v4\/(classic|core)\//.test(origin))

module.exports = {
  ...config,
  resolver: {
    ...config.resolver,
    assetExts: [...config.resolver.assetExts, 'woff2'],
    resolveRequest: (context, name, platform) =>
      isOfServers(context.originModulePath, name) ? { type: 'empty' } : context.resolveRequest(context, name, platform),
  },
  transformer: { ...config.transformer, babelTransformerPath: require.resolve('./intl/metro-transformer.js') },
}
