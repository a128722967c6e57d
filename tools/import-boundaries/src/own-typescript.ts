import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * TypeScript 7 has no API. Tools that read our sources through it find no module, or fail: whatever is imported after this
 * file gets the version 6 of this workspace.
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
