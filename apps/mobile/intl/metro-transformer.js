const { readFileSync } = require('node:fs')
const base = require('@expo/metro-config/babel-transformer')
const { cutIntl } = require('./cut.js')

module.exports = {
  ...base,
  transform: (file) => base.transform({ ...file, src: cutIntl(file.filename, file.src) ?? file.src }),
  getCacheKey: () => `${base.getCacheKey?.()} ${readFileSync(require.resolve('./cut.js'), 'utf8')}`,
}
