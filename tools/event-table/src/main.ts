import { readFileSync, writeFileSync } from 'node:fs'
import { newSigningKey } from '@buy-locals/auth/from-config'
import { events } from '@buy-locals/contracts/events'
import { compose } from '@buy-locals/server/compose'
import { parseConfig } from '@buy-locals/server/config'
import { signingKeyList } from '@buy-locals/server/signing-keys'
import { systemClock } from '@buy-locals/service-kit/clock'
import { createLog } from '@buy-locals/service-kit/log'
import { readCache } from '@buy-locals/service-kit/read-cache'
import type { Service } from '@buy-locals/service-kit/service'
import { format } from 'prettier'

/** The services of the server, as it composes them. None of them connects before it is asked something. */
async function composedServices(): Promise<Service[]> {
  const { services } = await compose({
    config: parseConfig({ PAYMENTS: 'off' }),
    secrets: {
      database: '',
      signingKeys: signingKeyList.parse([await newSigningKey()]),
      realtimePublish: '',
      demoPassword: '',
    },
    databaseUrl: 'postgres://127.0.0.1/nowhere',
    publicUrl: 'http://127.0.0.1',
    clock: systemClock,
    log: createLog({ level: 'silent' }),
    publish: async () => [],
    push: async () => {},
    payments: { simulator: undefined, simulatorSettings: undefined, publishableKey: undefined },
    redis: undefined,
    readCache: readCache(),
    sharedReads: new Map(),
  })
  return services
}

function rowOf(event: string, services: Service[]): string {
  const publishers = services.filter(({ publishes }) => publishes.some(({ type }) => type === event))
  if (publishers.length === 0) throw new Error(`No service publishes ${event}`)
  const subscribers = services.filter(({ consumers }) => consumers.some(({ handles }) => handles === event))
  return `| \`${event}\` | ${namesOf(publishers)} | ${namesOf(subscribers) || '–'} |`
}

function namesOf(services: Service[]): string {
  return services.map(({ name }) => name).join(', ')
}

const services = await composedServices()
const rows = [...events.keys()].toSorted().map((event) => rowOf(event, services))
const table = ['| Event | Published by | Handled by |', '| --- | --- | --- |', ...rows].join('\n')
const file = new URL('../../../docs/architecture.md', import.meta.url)
const text = readFileSync(file, 'utf8')
const marked = /(?<=<!-- events -->\n)[\s\S]*?(?=<!-- \/events -->)/
if (!marked.test(text)) throw new Error('docs/architecture.md has no place for the table')
writeFileSync(
  file,
  await format(
    text.replace(marked, () => `\n${table}\n\n`),
    { parser: 'markdown' },
  ),
)
console.log(`${rows.length} events`)
