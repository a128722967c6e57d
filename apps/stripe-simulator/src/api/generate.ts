import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGenerator, type Schema } from 'ts-json-schema-generator'

const sdk = join(fileURLToPath(import.meta.resolve('stripe')), '..')
const typesFile = readFileSync(new URL('sdk-types.ts', import.meta.url), 'utf8')
const generated = fileURLToPath(new URL('../generated/', import.meta.url))

const modulesReturned = [
  ...['AccountLinks', 'Accounts', 'Balance', 'BalanceTransactions', 'BankAccounts', 'Cards', 'Charges', 'Customers'],
  ...['Disputes', 'ExternalAccounts', 'LoginLinks', 'PaymentIntents', 'PaymentMethods', 'Payouts', 'Refunds'],
  ...['SetupIntents', 'TransferReversals', 'Transfers', 'WebhookEndpoints', 'Events'],
]

// The SDK leaves every enum open for values of a later API version. The simulator supports exactly one version.
const openEnum = 'export type OtherString = string & Record<never, never>;'

/** Response types lead into all of Stripe. Types of modules the simulator never returns are cut off. */
function copyTrimmedSdk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stripe-types-'))
  cpSync(sdk, folder, { recursive: true, filter: (path) => !path.endsWith('.js') && !path.endsWith('.map') })
  const resources = join(folder, 'resources')
  rmSync(resources, { recursive: true })
  mkdirSync(resources)
  const stubs = new Map<string, Set<string>>()
  const addStub = (module: string, names: string[]) =>
    stubs.set(module, (stubs.get(module) ?? new Set()).union(new Set(names)))
  for (const name of modulesReturned) {
    const source = readFileSync(join(sdk, 'resources', `${name}.d.ts`), 'utf8')
    writeFileSync(join(resources, `${name}.d.ts`), source)
    for (const [, names = '', from = ''] of source.matchAll(/import \{ ([^}]+) \} from '\.\/(.+)\.js'/g)) {
      if (!modulesReturned.includes(from)) addStub(from, names.split(', '))
    }
    for (const [, namespace = '', from = ''] of source.matchAll(/import \* as (\w+) from '\.\/(.+)\.js'/g)) {
      const used = source.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, 'g'))
      addStub(
        from,
        Array.from(used, ([, name = '']) => name),
      )
    }
  }
  for (const [module, names] of stubs) {
    const file = join(resources, `${module}.d.ts`)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, [...names].map((name) => `export interface ${name} { object: 'never answered' }\n`).join(''))
  }
  const shared = join(folder, 'shared.d.ts')
  writeFileSync(shared, readFileSync(shared, 'utf8').replace(openEnum, 'export type OtherString = never;'))
  return folder
}

function findModule(folder: string, type: string): string {
  const declares = new RegExp(`^export interface ${type}\\b`, 'm')
  const file = readdirSync(join(folder, 'resources')).find(
    (name) => name.endsWith('.d.ts') && declares.test(readFileSync(join(folder, 'resources', name), 'utf8')),
  )
  if (!file) throw new Error(`The SDK has no type ${type}`)
  return file.replace('.d.ts', '')
}

function readTypeNames(list: 'Requests' | 'Responses'): string[] {
  const body = new RegExp(`export type ${list} = \\{([^}]+)\\}`).exec(typesFile)?.[1] ?? ''
  const names = [...body.matchAll(/(\w+): Stripe\.\1\n/g)].map((match) => match[1] ?? '')
  if (names.length === 0) throw new Error(`No ${list} found in sdk-types.ts`)
  return names
}

function definitions(folder: string, list: 'Requests' | 'Responses'): NonNullable<Schema['definitions']> {
  const names = readTypeNames(list)
  const entry = join(folder, `${list}.ts`)
  const imports = names.map((name) => `import type { ${name} } from './resources/${findModule(folder, name)}.js'\n`)
  writeFileSync(
    entry,
    `${imports.join('')}export type ${list} = { ${names.map((name) => `${name}: ${name}`).join('; ')} }`,
  )
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, types: [] } }))
  const generator = createGenerator({
    path: entry,
    tsconfig: join(folder, 'tsconfig.json'),
    type: list,
    jsDoc: 'none',
    skipTypeCheck: true,
    sortProps: true,
  })
  return generator.createSchema(list).definitions ?? {}
}

// Declared empty in the SDK: what is inside depends on the event's type.
const eventContents = ['Event.Data.Object', 'Event.Data.PreviousAttributes']

/** One definition a line, so that a diff after an upgrade of the SDK reads as what Stripe changed. */
function write(list: 'Requests' | 'Responses', all: NonNullable<Schema['definitions']>): void {
  const lines = Object.entries(all)
    .filter(([name]) => name !== list)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => [name, eventContents.includes(name) ? { type: 'object' } : schema])
    .map((entry) => `${JSON.stringify(entry)}\n`)
  if (!existsSync(generated)) mkdirSync(generated)
  writeFileSync(join(generated, `${list.toLowerCase()}.jsonl`), lines.join(''))
  console.log(`${list.toLowerCase()}.jsonl: ${lines.length} definitions`)
}

const folder = realpathSync(copyTrimmedSdk())
// The generator names types without a name by their file's path from here, which must not differ between machines.
process.chdir(folder)
for (const list of ['Requests', 'Responses'] as const) write(list, definitions(folder, list))
rmSync(folder, { recursive: true })
