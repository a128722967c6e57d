/** What is left of an operation in the app is how it is called. What a server checks and a document explains goes, and with it most of the shapes. */
const ofServers = new Set([
  'title',
  'summary',
  'params',
  'query',
  'body',
  'returns',
  'problems',
  'cacheSeconds',
  'produces',
])

const isOperations = (path) => /[\\/]packages[\\/]contracts[\\/]src[\\/]\w+[\\/]operations\.ts$/.test(path)

/** A plugin of Babel. */
const stripOperations = ({ types }) => ({
  name: 'strip-operations',
  visitor: {
    // Before others look at what the file uses.
    Program(program) {
      program.traverse({
        CallExpression({
          node: {
            callee,
            arguments: [definition],
          },
        }) {
          if (!types.isIdentifier(callee, { name: 'operation' })) return
          definition.properties = definition.properties.filter(({ key }) => !ofServers.has(key?.name))
        },
      })
      removeUnused(program)
    },
  },
})

/** Also what only something unused has used. */
function removeUnused(program) {
  program.scope.crawl()
  const unused = Object.values(program.scope.bindings).filter(
    ({ referenced, path }) => !referenced && path.isVariableDeclarator(),
  )
  for (const { path } of unused) path.remove()
  if (unused.length > 0) removeUnused(program)
}

module.exports = { isOperations, stripOperations }
