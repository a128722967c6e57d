import type { Outcome } from './outcome.ts'
import { filesOf, textOf } from './repository.ts'

const longest = 300

/** How long hand-written files are. */
export async function sizes(root: string): Promise<Outcome> {
  const files = (await filesOf(root)).filter(
    (path) => /\.(tsx?|mjs)$/.test(path) && !textOf(root, path).startsWith('// Made by `npm run generate`'),
  )
  const lengths = files
    .map((path) => ({ path, lines: textOf(root, path).split('\n').length - 1 }))
    .toSorted((a, b) => a.lines - b.lines)
  const at = (share: number) => lengths[Math.floor(lengths.length * share)]?.lines ?? 0
  const wrong = lengths
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path} has ${lines} lines, at most ${longest} are kept in one file`)
  return { looked: files.length, at: `files, median ${at(0.5)} lines, ninetieth percentile ${at(0.9)}`, wrong }
}
