import { expect, jest, test } from '@jest/globals'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(__dirname, '../../..')
const read = (file: string) => readFileSync(file, 'utf8')

type Target = string | Record<string, string>

/** The file of a package of ours that a phone loads, as the package says. */
function fileOfPackage(name: string): string {
  const [, folder = '', ...rest] = name.split('/')
  const { exports: all } = JSON.parse(read(join(root, 'packages', folder, 'package.json'))) as {
    exports: Record<string, Target>
  }
  const path = `./${rest.join('/')}`
  const fits = (pattern: string) => {
    const [before = '', after = ''] = pattern.split('*')
    return pattern.includes('*') && path.startsWith(before) && path.endsWith(after)
  }
  const key = path in all ? path : Object.keys(all).find(fits)
  const target = all[key ?? ''] ?? ''
  const file = typeof target === 'string' ? target : (target['react-native'] ?? target['default'] ?? '')
  const star = key?.includes('*') ? path.slice(key.indexOf('*'), path.length - (key.length - key.indexOf('*') - 1)) : ''
  return join(root, 'packages', folder, file.replace('*', star))
}

const endings = ['', '.ios.ts', '.native.ts', '.ts', '.tsx']

function fileOf(name: string, from: string): string | undefined {
  if (name.startsWith('@buy-locals/')) return fileOfPackage(name)
  if (!name.startsWith('.')) return undefined
  const path = join(dirname(from), name)
  return endings.map((ending) => path + ending).find((file) => /\.tsx?$/.test(file) && existsSync(file))
}

/** All of our files that are in the app of a phone. */
function listBundled(): Map<string, string> {
  const bundled = new Map<string, string>()
  const pending = [
    join(__dirname, '../src/entry.ts'),
    ...globSync('../src/routes/**/*.tsx', { cwd: __dirname }).map((route) => join(__dirname, route)),
  ]
  for (let file = pending.pop(); file; file = pending.pop()) {
    if (bundled.has(file)) continue
    const text = read(file)
    bundled.set(file, text)
    for (const [, name = ''] of text.matchAll(/(?:^(?:import|export) (?!type)[^']*?|import\()'([^']+)'/gm)) {
      const found = fileOf(name, file)
      if (found) pending.push(found)
    }
  }
  return bundled
}

const bundled = listBundled()
const uses = (pattern: RegExp) =>
  [...bundled].flatMap(([file, text]) => [...text.matchAll(pattern)].map(([, name = '']) => ({ file, name })))

/** In front of the second column, in the record. */
const record = read(globSync('docs/decisions/0049-*.md', { cwd: root }).map((file) => join(root, file))[0] ?? '')
const rows = record.split('\n').filter((line) => line.startsWith('| `') || line.startsWith('| `timeZoneName'))
const listed = rows.filter((row) => !row.includes('not used by the app')).join('\n')
const unused = rows.filter((row) => row.includes('not used by the app')).join('\n')

test('what the app uses of Intl stands in the record with what phones have of it', () => {
  const named = uses(/\bIntl\.(\w+)(?=[(\s])(?!\w)/g).filter(({ name }) => !/Options$|Types$/.test(name))
  const methods = uses(/\.(formatToParts|formatRange|formatRangeToParts|localeCompare)\(/g)
  const all = [...new Set([...named, ...methods].map(({ name }) => name))]
  expect(all).toContain('DateTimeFormat')
  expect(all).toContain('PluralRules')
  expect(all).toContain('formatToParts')
  expect(all.filter((name) => !listed.includes(`\`${name}`) && !listed.includes(`${name}\``))).toEqual([])
  expect(all.filter((name) => unused.includes(`\`${name}`))).toEqual([])
})

test('the app uses nothing else that Hermes may lack', () => {
  expect(bundled.size).toBeGreaterThan(400)
  const lacking =
    /\b(structuredClone|(?:Map|Object)\.groupBy|Promise\.withResolvers|Array\.fromAsync|AbortSignal\.(?:any|timeout)|Iterator\.from|crypto\.(?:randomUUID|subtle)|URL\.canParse)\b/g
  expect(uses(lacking)).toEqual([])
})

test('no file of the app reads what its bundle leaves out of an operation', () => {
  expect(uses(/\.(returns|cacheSeconds|produces)\b/g)).toEqual([])
})

jest.mock('expo-crypto', () => ({ getRandomValues: jest.fn((bytes: Uint8Array) => bytes.fill(7)) }))
jest.mock('expo-sqlite/kv-store', () => ({ __esModule: true, default: { getItemSync: () => null } }))

test('without random numbers in the engine, ids are made with those of the phone', async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')
  Reflect.deleteProperty(globalThis, 'crypto')
  await jest.isolateModulesAsync(async () => {
    await import('../src/runtime')
    const { newId } = await import('@buy-locals/values/ids')
    const { getRandomValues } = await import('expo-crypto')
    expect(newId('booking')).toMatch(/^bkg_\w+$/)
    expect(getRandomValues).toHaveBeenCalled()
  })
  if (own) Object.defineProperty(globalThis, 'crypto', own)
})

test('polyfills come before everything else', () => {
  const imports = (file: string) =>
    [...read(join(__dirname, '../src', file)).matchAll(/^import (?:.*from )?'([^']+)'/gm)].map(([, name]) => name)
  expect(imports('entry.ts')[0]).toBe('./runtime')
  expect(imports('runtime.ts')[0]).toBe('./intl/polyfills')
})
