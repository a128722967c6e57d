import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import type { Server } from './server.ts'

const services = ['auth', 'business', 'booking', 'payment', 'review', 'notification']
const events = services.map((name) => `exists (select from ${name}.outbox)`).join(' or ')
const jobs = services.map((name) => `exists (select from ${name}.jobs where run_at <= now() + interval '2 seconds')`).join(' or ') // prettier-ignore
const mostWaitMs = 180_000

/** How many seconds it takes until every event was published. */
export const untilOutboxEmpty = (server: Server): Promise<number> => untilNo(server, events)

/** Nothing that was done before is in what is measured next. */
export const untilQuiet = (server: Server): Promise<number> => untilNo(server, `${events} or ${jobs}`)

async function untilNo({ databaseUrl }: Server, condition: string): Promise<number> {
  const admin = new Client({ connectionString: databaseUrl })
  await admin.connect()
  await using ends = new AsyncDisposableStack()
  ends.defer(() => admin.end())
  const began = performance.now()
  for (; performance.now() - began < mostWaitMs; await setTimeout(50)) {
    const { rows } = await admin.query<{ some: boolean }>(`select ${condition} as some`)
    if (rows[0]?.some === false) break
  }
  return (performance.now() - began) / 1000
}
