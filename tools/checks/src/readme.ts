import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'
import { textOf } from './repository.ts'

const columns = ['request', 'decision', 'table', 'event', 'screen']

/** The README leads through one booking by a table of paths; each of them must lead somewhere. */
export async function readme(root: string): Promise<Outcome> {
  if (!existsSync(join(root, 'README.md'))) return { examined: 0, unit: 'paths', wrong: ['There is no README.md'] }
  const lines = textOf(root, 'README.md').split('\n')
  const header = lines.findIndex(
    (line) => line.startsWith('|') && columns.every((column) => line.toLowerCase().includes(column)),
  )
  const end = lines.findIndex((line, index) => index > header && !line.startsWith('|'))
  const table = header < 0 ? '' : lines.slice(header, end < 0 ? undefined : end).join('\n')
  const inTable = paths(table)
  const wrong = [
    ...(inTable.length < columns.length ? [`README.md has no table ${columns.join(' → ')} with a path in each`] : []),
    ...paths(lines.join('\n'))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `README.md names ${path}, which is not there`),
  ]
  return { examined: inTable.length, unit: 'paths', wrong }
}

/** Links, and words in backticks that look like a path into this repository. */
function paths(markdown: string): string[] {
  const links = [...markdown.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
  const quoted = [...markdown.matchAll(/`((?:apps|services|packages|infra|e2e|tools|docs)\/[^`\s:#]+)/g)]
  return [...links, ...quoted].flatMap(([, path]) => (path === undefined ? [] : [path]))
}
