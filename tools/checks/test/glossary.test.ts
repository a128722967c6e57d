import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { glossary } from '../src/glossary/glossary.ts'

const table = `
| Word            | Means           | Not                                        |
| --------------- | --------------- | ------------------------------------------ |
| calendar        | what is booked  | \`holder\`, \`diary\` anywhere             |
| refund          | money that goes | \`give back\`, give (as a synonym)         |
| what it is      |                 | \`known\` alone, \`Given\` alone           |
`

async function wrongIn(files: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'buy-locals-glossary-'))
  onTestFinished(() => rm(root, { recursive: true }))
  execFileSync('git', ['init', '-q', root])
  for (const [path, text] of Object.entries({ 'docs/glossary.md': table, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return (await glossary(root)).wrong
}

test('a retired word is refused in every spelling and every kind of file', async () => {
  const wrong = await wrongIn({
    'planted/holders/one.ts': 'export {}',
    'planted/a.ts': `\nconst myHolder = 1\ntype Refund = { giveBackAt: string }\nexport const job = 'payment.give-back'`,
    'planted/b.tsx': `const Page = () => <p className="card given-holder">Ask the holder</p>`,
    'planted/c.ts': `export const ids = (db: never) => sql\`select holder_id from calendars\``,
    'planted/d.sql': 'create table holders (id text primary key)',
    'planted/e.css': '.tall.holder-name { color: red }',
    'planted/f.md': 'A calendar is in `src/holder.ts`.',
  })
  expect(wrong).toEqual([
    'planted/a.ts:2 "myHolder" has "holder"; the word is "calendar"',
    'planted/a.ts:3 "giveBackAt" has "give back"; the word is "refund"',
    'planted/a.ts:4 "payment.give-back" has "give back"; the word is "refund"',
    'planted/b.tsx:1 "given-holder" has "holder"; the word is "calendar"',
    'planted/c.ts:1 "holder_id" has "holder"; the word is "calendar"',
    'planted/d.sql:1 "holders" has "holder"; the word is "calendar"',
    'planted/e.css:1 "holder-name" has "holder"; the word is "calendar"',
    'planted/f.md:1 "src/holder.ts" has "holder"; the word is "calendar"',
    'planted/holders/one.ts:1 "holders" has "holder"; the word is "calendar"',
  ])
})

test('a word that nobody would use by accident is refused in comments, documents and names of tests', async () => {
  const wrong = await wrongIn({
    'planted/a.ts': `// Diaries of people\n/** The diary. */\ntest('a diary is kept', () => {})`,
    'planted/b.md': 'Two diaries, one diary.',
    'planted/c.sql': '-- A diary.\nselect 1',
    'planted/d.css': '/* The diary */',
  })
  expect(wrong.map((each) => each.split(' ')[0])).toEqual([
    'planted/a.ts:1',
    'planted/a.ts:2',
    'planted/a.ts:3',
    'planted/b.md:1',
    'planted/c.sql:1',
    'planted/d.css:1',
  ])
})

test('usual English, a longer name around a word that is refused alone, and what people read are left out', async () => {
  const wrong = await wrongIn({
    'planted/a.ts': `// The holder of the card gives it back.\nexport const knownZones = unknown, givenName = 'The holder'`,
    'planted/b.tsx': `import type { Given } from '../holder.ts'`,
    'planted/c.tsx': `const Page = () => <p>Ask the holder</p>`,
    'planted/messages/en.ts': `export const en = { 'holder.diary': 'The diary of its holder' }`,
    'planted/src/generated/api.ts': `export type Holder = {}`,
    'services/booking/migrations/001_bookings.sql': 'create table holders (id text primary key)',
  })
  expect(wrong).toEqual(['planted/b.tsx:1 "Given" has "Given"; the word is "what it is"'])
})
