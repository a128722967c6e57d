import { sql } from 'kysely'
import { Client } from 'pg'
import { connect } from '@buy-locals/service-kit/database'
import type { Server } from './server.ts'

type Tables = { 'bench.allocations': { calendar_id: string; during: string; block_id: string } }

/** Transactions a second that do nothing but take a time in a table of the same shape: what the database and the driver alone can do. */
export async function insertBare({ databaseUrl }: Server, seconds: number, clients = 16): Promise<number> {
  const admin = new Client({ connectionString: databaseUrl })
  const db = connect<Tables>(databaseUrl, { applicationName: 'bench', max: clients })
  await using ends = new AsyncDisposableStack()
  await admin.connect()
  ends.defer(() => admin.end())
  ends.defer(() => db.destroy())
  await admin.query('create schema if not exists bench')
  ends.defer(async () => void (await admin.query('drop schema bench cascade')))
  await admin.query('create table bench.allocations (like booking.allocations including all)')
  let count = 0
  const began = performance.now()
  const work = async () => {
    while (performance.now() - began < seconds * 1000) {
      const number = count++
      const start = new Date(Date.UTC(2030, 0, 1) + Math.floor(number / 160) * 1_800_000).toISOString()
      await db.transaction().execute((tx) =>
        tx
          .insertInto('bench.allocations')
          .values({
            calendar_id: `stf_${number % 160}`,
            during: sql`tstzrange(${start}, ${start}::timestamptz + interval '30 minutes')`,
            block_id: `blk_${number}`,
          }) // prettier-ignore
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      )
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
  return count / ((performance.now() - began) / 1000)
}
