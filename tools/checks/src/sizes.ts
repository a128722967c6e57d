import type { Outcome } from './outcome.ts'
import { filesOf, textOf } from './repository.ts'

/** How long hand-written files are: to be read, not to be kept under. A budget that refuses is met by cutting a thought in two. */
export async function sizes(root: string): Promise<Outcome> {
  const files = (await filesOf(root)).filter(
    (path) => /\.(tsx?|mjs)$/.test(path) && !textOf(root, path).startsWith('// Made by `npm run generate`'),
  )
  const lengths = files
    .map((path) => ({ path, lines: textOf(root, path).split('\n').length - 1 }))
    .toSorted((a, b) => a.lines - b.lines)
  const at = (share: number) => lengths[Math.floor(lengths.length * share)]?.lines ?? 0
  const longest = lengths.at(-1)
  const summary = `files, median ${at(0.5)} lines, ninetieth percentile ${at(0.9)}, longest ${longest?.lines ?? 0}: ${longest?.path ?? 'none'}`
  return { examined: files.length, unit: summary, wrong: [] }
}
