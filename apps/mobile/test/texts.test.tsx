import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { en } from '../src/messages/en'

const folder = join(__dirname, '../src')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.startsWith('messages/en'),
)
const source = files.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n')
const computed = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map(([, start = '']) => start)

/** Of these a screen of another app may show what this one does not. */
const shared = new Set(['balance', 'board', 'booking', 'businessReviews', 'mailedLink', 'ownAccount', 'ownerForm', 'todayHours']) // prettier-ignore

const keysOf = (texts: object, start = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [start + key.replace(/_(one|other)$/, '')] : keysOf(text as object, `${start}${key}.`),
  )

test('every text that is the app’s alone is shown somewhere', () => {
  const own = keysOf(Object.fromEntries(Object.entries(en).filter(([area]) => !shared.has(area))))
  expect(own.length).toBeGreaterThan(100)
  const isShown = (key: string) => source.includes(`'${key}'`) || computed.some((start) => key.startsWith(start))
  expect(own.filter((key) => !isShown(key))).toEqual([])
})
