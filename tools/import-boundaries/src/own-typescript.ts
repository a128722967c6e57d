import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * dependency-cruiser reads our sources with whatever `typescript` it finds; with TypeScript 7, which has no API, it finds
 * no module at all and is content. It gets the version 6 of this workspace.
 */
const own = createRequire(import.meta.url)
const files = new Map(
  ['typescript', 'typescript/package.json'].map((name) => [name, pathToFileURL(own.resolve(name)).href]),
)

registerHooks({
  resolve(specifier, context, next) {
    const url = files.get(specifier)
    return url ? { url, shortCircuit: true } : next(specifier, context)
  },
})
