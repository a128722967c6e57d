import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { examine } from '../src/examine.ts'

/** A small repository with the given files; packages are reached by name, as npm links them. */
async function repository(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'buy-locals-boundaries-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), source)
  }
  await mkdir(join(root, 'node_modules/@buy-locals'), { recursive: true })
  for (const folder of ['packages/contracts', 'services/payment']) {
    const manifest = { name: `@buy-locals/${folder.split('/')[1]}`, exports: { './*': './src/*.ts' } }
    await mkdir(join(root, folder), { recursive: true })
    await writeFile(join(root, folder, 'package.json'), JSON.stringify(manifest))
    await symlink(join(root, folder), join(root, 'node_modules', manifest.name))
  }
  return root
}

const payment = { 'services/payment/src/ledger.ts': `export type Entry = { amount: number }` }

test('a service that imports another service is refused, even if only for a type', async () => {
  const root = await repository({
    ...payment,
    'services/booking/src/use-cases/cancel.ts': `import type { Entry } from '@buy-locals/payment/ledger'\nexport type Refund = Entry`,
  })
  const { modules, crossing } = await examine(root)
  expect(modules).toBe(2)
  expect(crossing).toEqual([
    expect.stringContaining('cancel.ts → services/payment/src/ledger.ts: services/booking/ may import only'),
  ])
})

test('a service that imports what all share is left alone', async () => {
  const root = await repository({
    'packages/contracts/src/problem.ts': `export class Problem {}`,
    'services/booking/src/domain/booking.ts': `import { Problem } from '@buy-locals/contracts/problem'\nexport const refuse = () => new Problem()`,
  })
  expect(await examine(root)).toEqual({ modules: 2, crossing: [], circles: 0 })
})

test('a decision that reads a file, and a use case that knows Express, are refused', async () => {
  const root = await repository({
    'services/booking/src/domain/booking.ts': `import { readFileSync } from 'node:fs'\nexport const read = readFileSync`,
    'services/booking/src/http/routes.ts': `export const routes = []`,
    'services/booking/src/use-cases/cancel.ts': `import { routes } from '../http/routes.ts'\nexport const cancel = routes`,
  })
  const { crossing } = await examine(root)
  expect(crossing).toEqual([
    expect.stringContaining('may import only zod, temporal-polyfill of npm and Node'),
    expect.stringContaining('know neither Express nor http/, nor each other'),
  ])
})

test('a service keeps its layers apart', async () => {
  const root = await repository({
    'packages/service-kit/src/outbox.ts': `export const record = () => {}`,
    'services/booking/src/adapters/mail.ts': `export const mail = {}`,
    'services/booking/src/steps/save.ts': `import { hold } from '../use-cases/hold.ts'\nexport const save = () => hold`,
    'services/booking/src/use-cases/hold.ts': `export const hold = {}`,
    'services/booking/src/use-cases/book.ts': `import { hold } from './hold.ts'\nimport { mail } from '../adapters/mail.ts'\nexport const book = { hold, mail }`,
    'services/booking/src/http/routes.ts': `import { save } from '../steps/save.ts'\nexport const routes = [save]`,
    'services/booking/src/persistence/bookings.ts': `import { record } from '../../../../packages/service-kit/src/outbox.ts'\nexport const insert = record`,
    'services/booking/src/from-config.ts': `import { mail } from './adapters/mail.ts'\nexport const deps = { mail }`,
    'services/booking/src/service.ts': `import { save } from './steps/save.ts'\nexport const service = { save }`,
  })
  const { crossing } = await examine(root)
  expect(crossing.toSorted()).toEqual([
    expect.stringMatching(/http\/routes.ts → .*: steps of booking are taken by its use cases/),
    expect.stringMatching(/bookings.ts → .*: persistence of booking publishes, schedules and audits nothing/),
    expect.stringMatching(/save.ts → .*: steps of booking know neither http\/ nor use cases/),
    expect.stringMatching(/book.ts → .*mail.ts: adapters of booking are chosen in from-config alone/),
    expect.stringMatching(/book.ts → .*hold.ts: use cases of booking know neither Express nor http\/, nor each other/),
  ])
})

test('files that import each other, directly or around, even for a type alone, are refused', async () => {
  const root = await repository({
    'apps/server/src/one.ts': `import { two } from './two.ts'\nexport const one = () => two`,
    'apps/server/src/two.ts': `import { one } from './one.ts'\nexport const two = () => one`,
    'apps/web/src/a.ts': `import type { B } from './b.ts'\nexport type A = { b: B }`,
    'apps/web/src/b.ts': `import type { C } from './c.ts'\nexport type B = { c: C }`,
    'apps/web/src/c.ts': `import type { A } from './a.ts'\nexport type C = { a: A }`,
  })
  const { crossing } = await examine(root)
  expect(crossing.join('\n')).toMatch(
    'one.ts → apps/server/src/two.ts → apps/server/src/one.ts: no file imports itself',
  )
  expect(crossing.join('\n')).toMatch('not even for a type')
  expect(crossing.filter((each) => each.startsWith('apps/web/'))).not.toEqual([])
})

test('an import that leads nowhere is refused', async () => {
  const root = await repository({
    'apps/server/src/three.ts': `import { nothing } from './nowhere.ts'\nexport const three = nothing`,
  })
  expect((await examine(root)).crossing).toEqual([expect.stringContaining('every import leads somewhere')])
})

test('a library that is built into a folder of its own is seen: opening_hours is read by what reads OSM alone', async () => {
  const reader = `import OpeningHours from 'opening_hours'\nexport const read = (text: string) => new OpeningHours(text)`
  const root = await repository({
    'node_modules/opening_hours/package.json': JSON.stringify({ exports: { '.': { import: './build/all.mjs' } } }),
    'node_modules/opening_hours/build/all.mjs': 'export default class {}',
    'packages/scheduling/src/osm-text.ts': reader,
    'packages/scheduling/src/shifts.ts': reader,
  })
  const { crossing } = await examine(root)
  expect(crossing).toEqual([expect.stringMatching(/shifts\.ts → .*opening_hours is read by what reads OSM alone/)])
})
