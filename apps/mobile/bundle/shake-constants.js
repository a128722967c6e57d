const isShaken = (path) => /[\\/]packages[\\/](contracts|values)[\\/]src[\\/]/.test(path)

/** A plugin of Babel. Metro leaves out exports that nobody imports, and nothing else: so a constant of a file becomes an export of it, and `z.object` an import of its own. */
const shakeConstants = ({ types }) => ({
  name: 'shake-constants',
  visitor: {
    // Before others look at what the file uses.
    Program(program) {
      renameImports(program)
      importEachOfZod(types, program)
      for (const statement of program.get('body'))
        if (statement.isVariableDeclaration() && statement.node.declarations.every(({ id }) => types.isIdentifier(id)))
          statement.replaceWith(types.exportNamedDeclaration(statement.node))
      program.scope.crawl()
    },
  },
})

function importEachOfZod(types, program) {
  program.scope.crawl()
  const binding = program.scope.getBinding('z')
  if (binding?.kind !== 'module' || binding.path.parent.source.value !== 'zod') return
  const used = new Map()
  for (const { node, parentPath } of binding.referencePaths) {
    if (!parentPath.isMemberExpression({ object: node, computed: false })) continue
    const { name } = parentPath.node.property
    used.set(name, used.get(name) ?? program.scope.generateUid(name))
    parentPath.replaceWith(types.identifier(used.get(name)))
  }
  const specifiers = [...used].map(([name, local]) =>
    types.importSpecifier(types.identifier(local), types.identifier(name)),
  )
  if (specifiers.length > 0)
    program.unshiftContainer('body', types.importDeclaration(specifiers, types.stringLiteral('zod')))
}

/** Metro takes the key of an object for a use of what is imported by its name, as in `operation({ id: … })`. */
function renameImports(program) {
  program.scope.crawl()
  for (const [name, { path }] of Object.entries(program.scope.bindings))
    if (path.isImportSpecifier() && isValue(path) && name !== 'z') program.scope.rename(name)
}

const isValue = ({ node, parent }) => node.importKind !== 'type' && parent.importKind !== 'type'

module.exports = { isShaken, shakeConstants }
