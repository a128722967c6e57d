import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Running } from '@buy-locals/server/start'
import { serviceNames } from '@buy-locals/contracts/operation'
import { readRunning } from '@buy-locals/embedded-postgres/postmaster'
import { connect } from '@buy-locals/service-kit/database'
import { readClock } from '../clock.ts'
import { poll } from '../poll.ts'
import type { SeededServer } from '../seed.ts'

/** A killed process keeps its leases for half a minute. */
export const waitForLeases = ({ composed }: Running): Promise<boolean> =>
  poll(
    async () => {
      let leased = 0
      for (const db of composed.databases.values()) {
        const { rows } = await sql<{ leased: number }>`
          select (select count(*) from outbox where leased_until > clock_timestamp())
               + (select count(*) from jobs where leased_until > clock_timestamp()) as leased`.execute(db)
        leased += Number(rows[0]?.leased)
      }
      return leased === 0
    },
    { everyMs: 1_000, forMs: 180_000 },
  )

/** By the clock of the machine, and by the one that tests move. */
type Moment = { onMachine: Temporal.Instant; moved: Temporal.Instant }

export const readMoment = async (server: Pick<SeededServer, 'stripe'>): Promise<Moment> => ({
  onMachine: Temporal.Now.instant(),
  moved: await readClock(server),
})

/** As if the time had passed for which a process that was killed then keeps what it was at work on. */
export async function endLeases(dataDir: string, killedAt: Moment): Promise<void> {
  const db = await connectWithAllRights(dataDir)
  const leases = [
    ['outbox', killedAt.onMachine.add({ seconds: 30 })],
    ['jobs', killedAt.onMachine.add({ seconds: 30 })],
    ['idempotency_keys', killedAt.moved.add({ seconds: 30 })],
  ] as const
  for (const service of serviceNames)
    for (const [table, latest] of leases)
      await sql`update ${sql.table(`${service}.${table}`)} set leased_until = 'epoch' where leased_until <= ${latest}`.execute(
        db,
      )
  await db.destroy()
}

export async function connectWithAllRights(dataDir: string): Promise<Kysely<unknown>> {
  const home = join(dataDir, 'postgres')
  const password = await readFile(join(home, 'password'), 'utf8')
  const url = `postgres://postgres:${password}@127.0.0.1:${readRunning(home)?.port}/postgres`
  return connect(url, { applicationName: 'torture', max: 2 })
}
