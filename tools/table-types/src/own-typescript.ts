import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * kysely-codegen asks whatever `typescript` it finds to parse for it, and TypeScript 7 has no API. It gets the version 5 of
 * this workspace.
 */
const own = createRequire(import.meta.url)
const files = new Map(['typescript'].map((name) => [name, pathToFileURL(own.resolve(name)).href]))

registerHooks({
  resolve(specifier, context, next) {
    const url = files.get(specifier)
    return url ? { url, shortCircuit: true } : next(specifier, context)
  },
})
