const { readFileSync } = require('node:fs')
const { createHash } = require('node:crypto')
const { createTransformer } = require('babel-jest').default
const { cutIntl } = require('./cut.js')

const version = readFileSync(require.resolve('./cut.js'))

module.exports = {
  createTransformer(options) {
    const babel = createTransformer(options)
    return {
      process: (source, path, how) => babel.process(cutIntl(path, source) ?? source, path, how),
      getCacheKey: (source, path, how) =>
        createHash('sha256')
          .update(version)
          .update(babel.getCacheKey(source, path, how))
          .digest('hex'),
    }
  },
}
