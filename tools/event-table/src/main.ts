import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { events } from '@buy-locals/contracts/events'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const services = ['auth', 'business', 'booking', 'payment', 'review', 'notification']

/** The names under which the contracts export an event, and the service in whose folder it stands. */
const declared = services.flatMap((owner) => {
  const file = join(root, 'packages/contracts/src', owner, 'events.ts')
  const words = owner === 'notification' ? '' : readFileSync(file, 'utf8')
  return [...words.matchAll(/export const (\w+) = eventType\(\s*'([^']+)'/g)].map(([, name = '', type = '']) => ({
    name,
    type,
    owner,
  }))
})

const lists: Record<string, string[]> = {
  bookingEvents: declared
    .filter(({ owner, name }) => owner === 'booking' && isListed('booking', name))
    .map(({ type }) => type),
  paymentEvents: declared
    .filter(({ owner, name }) => owner === 'payment' && isListed('payment', name))
    .map(({ type }) => type),
}

function isListed(owner: string, name: string): boolean {
  const words = readFileSync(join(root, 'packages/contracts/src', owner, 'events.ts'), 'utf8')
  return new RegExp(`\\b${name}\\b`).test(words.slice(words.lastIndexOf('Events = [')))
}

const sources = new Map(services.map((service) => [service, textsIn(join(root, 'services', service, 'src'))]))

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}

/** A service handles what it gives to `consumer` or `reaction`, by name or as a whole list. */
function handles(service: string, { name, type }: (typeof declared)[number]): boolean {
  const wanted = [name, ...Object.keys(lists).filter((list) => lists[list]?.includes(type))]
  return (
    (sources.get(service) ?? []).some(
      (words) =>
        /\b(consumer|reaction)\(/.test(words) &&
        wanted.some((word) => new RegExp(`\\b${word}\\b`).test(words.replace(/^import .*$/gm, ''))),
    ) ||
    (type === 'membership.changed.v1' &&
      (sources.get(service) ?? []).some((words) => words.includes('membershipConsumer(')))
  )
}

const says = (service: string, { name, owner }: (typeof declared)[number]): boolean =>
  service === owner ||
  (sources.get(service) ?? []).some((words) => new RegExp(`record\\([^)]*\\b${name}\\b`).test(words))

const rows = declared
  .toSorted((a, b) => (a.type < b.type ? -1 : 1))
  .map((event) => {
    const said = services.filter((service) => says(service, event))
    const heard = services.filter((service) => handles(service, event) && !(said.length === 1 && said[0] === service))
    return `| \`${event.type}\` | ${said.join(', ')} | ${heard.join(', ') || '–'} |`
  })
if (rows.length !== events.size) throw new Error(`${rows.length} events in the table, ${events.size} in the contracts`)

const file = join(root, 'docs/architecture.md')
const table = ['| Event | Said by | Heard by |', '| --- | --- | --- |', ...rows].join('\n')
const words = readFileSync(file, 'utf8')
const marked = /(?<=<!-- events -->\n)[\s\S]*?(?=<!-- \/events -->)/
if (!marked.test(words)) throw new Error('docs/architecture.md has no place for the table')
writeFileSync(
  file,
  await format(
    words.replace(marked, () => `\n${table}\n\n`),
    { parser: 'markdown' },
  ),
)
console.log(`${rows.length} events`)
