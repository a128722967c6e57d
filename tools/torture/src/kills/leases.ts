import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'
import { serviceNames } from '@buy-locals/contracts/operation'
import { readRunning } from '@buy-locals/embedded-postgres/postmaster'
import { connect } from '@buy-locals/service-kit/database'
import { poll } from '../poll.ts'

/** A killed process keeps its leases for two minutes at most. */
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

/** As if the two minutes had passed, for a moment in which no process is alive that could still hold them. */
export async function endLeases(dataDir: string): Promise<void> {
  const home = join(dataDir, 'postgres')
  const password = await readFile(join(home, 'password'), 'utf8')
  const url = `postgres://postgres:${password}@127.0.0.1:${readRunning(home)?.port}/postgres`
  const db = connect(url, { applicationName: 'torture', max: 1 })
  for (const service of serviceNames)
    for (const table of ['outbox', 'jobs'])
      await sql`update ${sql.table(`${service}.${table}`)} set leased_until = clock_timestamp() where leased_until is not null`.execute(
        db,
      )
  await db.destroy()
}
