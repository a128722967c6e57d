const { getDefaultConfig } = require('expo/metro-config')

const config = getDefaultConfig(__dirname)

/** zod brings its messages in fifty languages. What a reader sees is in our own catalogues. */
const isZodLocales = (origin, name) => name === '../locales/index.js' && /\/zod\/v4\/(classic|core)\//.test(origin)

module.exports = {
  ...config,
  resolver: {
    ...config.resolver,
    assetExts: [...config.resolver.assetExts, 'woff2'],
    resolveRequest: (context, name, platform) =>
      isZodLocales(context.originModulePath, name)
        ? { type: 'empty' }
        : context.resolveRequest(context, name, platform),
  },
  transformer: { ...config.transformer, babelTransformerPath: require.resolve('./intl/metro-transformer.js') },
}
