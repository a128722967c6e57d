import type { Outcome } from './outcome.ts'
import { filesOf, textOf } from './repository.ts'

/** Words that speak of how the code came about, or of what it is not yet. */
const phrases = [
  /\bas (you )?requested\b/i,
  /\bas an? (AI|language model)\b/i,
  /\bfor this (exercise|task|assignment)\b/i,
  /\bin a real(-world)? (app|application|system|implementation)\b/i,
  /\bin production,? (you|we|this) would\b/i,
  /\b(simplified|placeholder|stub|dummy|mock) (version|implementation)\b/i,
  /\bfor demonstration purposes\b/i,
  /\bnot (yet )?implemented\b/i,
  /\b(FIXME|XXX|HACK)\b/,
  /\bTODO\b(?! #\d)/,
  /\b(fixed|changed|moved|renamed|added) (by|on|in) (20\d\d|v\d)/i,
  /(^|[\s"'`(])\/(home|Users|work|root)\/[a-z]/,
  /\blorem ipsum\b/i,
]

const text = /\.(tsx?|mjs|js|json|md|sql|ya?ml|css|html|svg|sh)$|(^|\/)run$/

export async function phrasesCheck(root: string): Promise<Outcome> {
  const files = (await filesOf(root)).filter((path) => text.test(path) && !notOurs(path))
  const wrong = files.flatMap((path) =>
    textOf(root, path)
      .split('\n')
      .flatMap((line, index) => {
        const phrase = phrases.map((each) => each.exec(line)?.[0]).find((found) => found !== undefined)
        return phrase === undefined ? [] : [`${path}:${index + 1} says "${phrase.trim()}"`]
      }),
  )
  return { examined: files.length, unit: 'files', wrong }
}

function notOurs(path: string): boolean {
  return path === 'package-lock.json' || path === 'tools/checks/src/phrases.ts' || path.includes('/generated/')
}
