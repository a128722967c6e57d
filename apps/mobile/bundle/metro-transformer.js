const { readFileSync } = require('node:fs')
const base = require('@expo/metro-config/babel-transformer')
const { cutIntl } = require('../intl/cut.js')
const { isShaken, shakeConstants } = require('./shake-constants.js')
const { isOperations, stripOperations } = require('./strip-operations.js')

const readers = ['../intl/cut.js', './shake-constants.js', './strip-operations.js', './metro-transformer.js']
const ownFiles = readers.map((path) => require.resolve(path))

const pluginsFor = (path) => [
  ...(isOperations(path) ? [stripOperations] : []),
  ...(isShaken(path) ? [shakeConstants] : []),
]

/** What MapLibre's worker imports by an address that is not known yet, no bundler can. Each has its own word for that. */
const ignoreAsVite = (path, source) =>
  path.includes('/maplibre-gl/') ? source.replaceAll('@vite-ignore', '@metro-ignore') : source

module.exports = {
  ...base,
  transform: (file) =>
    base.transform({
      ...file,
      src: cutIntl(file.filename, file.src) ?? ignoreAsVite(file.filename, file.src),
      plugins: [...(file.plugins ?? []), ...pluginsFor(file.filename)],
    }),
  getCacheKey: () => [base.getCacheKey?.(), ...ownFiles.map((file) => readFileSync(file, 'utf8'))].join(' '),
}
