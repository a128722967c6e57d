const { readFileSync } = require('node:fs')
const base = require('@expo/metro-config/babel-transformer')
const { cutIntl } = require('./cut.js')

/** What MapLibre's worker imports by an address that is not known yet, no bundler can. Each has its own word for that. */
const ignoreAsVite = (path, source) =>
  path.includes('/maplibre-gl/') ? source.replaceAll('@vite-ignore', '@metro-ignore') : source

const read = (file) => readFileSync(file, 'utf8')

module.exports = {
  ...base,
  transform: (file) =>
    base.transform({ ...file, src: cutIntl(file.filename, file.src) ?? ignoreAsVite(file.filename, file.src) }),
  getCacheKey: () => [base.getCacheKey?.(), read(require.resolve('./cut.js')), read(__filename)].join(' '),
}
