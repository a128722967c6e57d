const { readFileSync } = require('node:fs')
const { createHash } = require('node:crypto')
const { cutIntl } = require('./cut.js')

const version = readFileSync(require.resolve('./cut.js'))

module.exports = {
  process: (source, path) => ({ code: cutIntl(path, source) }),
  getCacheKey: (source) => createHash('sha256').update(version).update(source).digest('hex'),
}
