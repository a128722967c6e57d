import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateAll } from './generate.ts'
import type { Outcome } from './outcome.ts'
import { filesOf } from './repository.ts'

/** Generates everything again: no file of the repository may come out different, new or missing. */
export async function generated(root: string): Promise<Outcome> {
  const before = await prints(root)
  const generators = await generateAll(root)
  const after = await prints(root)
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  const wrong = paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path} was not fresh; it is now, commit it`)
  return { examined: generators.length, unit: 'generators', wrong }
}

async function prints(root: string): Promise<Map<string, string>> {
  const files = await filesOf(root)
  return new Map(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ]),
  )
}
