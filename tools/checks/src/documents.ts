import type { Outcome } from './outcome.ts'
import { filesOf, textOf } from './repository.ts'

const allowed: [RegExp, number][] = [
  [/^README\.md$/, 120],
  [/^(CONTRIBUTING|SECURITY)\.md$/, 60],
  [/^docs\/architecture\.md$/, Infinity],
  [/^docs\/glossary\.md$/, 80],
  [/^docs\/(limits|running)\.md$/, 120],
  [/^docs\/(personal-data|retention)\.md$/, Infinity],
  [/^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/, 60],
  [/^(apps|services|packages|tools)\/[a-z0-9-]+\/README\.md$/, 40],
  [/^(e2e|infra)\/README\.md$/, 40],
  [/(^|\/)(LICENSE|LICENCE|NOTICE)[a-z0-9.-]*\.md$/i, Infinity],
]

/** Documents that nobody asked for are not kept, and those that are stay short. */
export async function documents(root: string): Promise<Outcome> {
  const found = (await filesOf(root)).filter((path) => /\.(md|mdx|rst|adoc|docx?)$/i.test(path))
  return {
    examined: found.length,
    unit: 'documents',
    wrong: [...found.flatMap((path) => refuse(path, () => lines(root, path))), ...refuseSameNumbers(found)],
  }
}

function refuse(path: string, length: () => number): string[] {
  const rule = allowed.find(([pattern]) => pattern.test(path))
  if (!rule) return [`${path} is none of the documents this repository keeps`]
  return length() > rule[1] ? [`${path} is ${length()} lines long, at most ${rule[1]} are read`] : []
}

function refuseSameNumbers(paths: string[]): string[] {
  const byNumber = Map.groupBy(paths, (path) => /^docs\/decisions\/(\d+)/.exec(path)?.[1])
  return [...byNumber].flatMap(([number, all]) =>
    number && all.length > 1 ? [`${all.join(' and ')} have one number`] : [],
  )
}

function lines(root: string, path: string): number {
  return textOf(root, path).trimEnd().split('\n').length
}
