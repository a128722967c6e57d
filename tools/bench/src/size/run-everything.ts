import { setTimeout } from 'node:timers/promises'
import { operations } from '@buy-locals/contracts/operations'
import { makeExport } from '@buy-locals/auth/use-cases/export-me'
import { allowedCaller, credentialsFor } from '@buy-locals/torture/requests/callers'
import { httpClient } from '@buy-locals/torture/requests/http'
import { toHttp } from '@buy-locals/torture/requests/request'
import { subjectsOf } from '@buy-locals/torture/requests/subjects'
import { makeRequestFor } from '@buy-locals/torture/requests/valid-requests'
import type { TwoMarkets } from '@buy-locals/torture/two-markets/two-markets'
import { Client } from 'pg'
import type { Plan } from './plan.ts'

type Print = (text: string) => void

/** Which jobs and consumers have not been at work since then, of this process. */
export function watchWork({ running }: TwoMarkets): () => string[] {
  const idle = new Set<string>()
  for (const { jobs, consumers } of running.composed.services) {
    for (const job of jobs) {
      const { run } = job
      idle.add(job.kind)
      job.run = (due) => (idle.delete(job.kind), run(due))
    }
    for (const consumer of consumers) {
      const { name, handle, handleAll } = consumer
      idle.add(name)
      consumer.handle = (event) => (idle.delete(name), handle(event))
      if (handleAll) consumer.handleAll = (events) => (idle.delete(name), handleAll(events))
    }
  }
  return () => [...idle].toSorted()
}

/** Every operation as often as given, for each whom it can be about; what comes of it is handled by every consumer. Returns how many failed. */
export async function callEverything(markets: TwoMarkets, tries: number, print: Print): Promise<number> {
  const { send, close } = httpClient(markets.running.url)
  const failed = new Set<string>()
  for (const operation of operations) {
    for (let n = 0; n < tries; n++) {
      const subjects = subjectsOf(operation, markets)
      const subject = subjects[n % subjects.length]
      if (!subject) continue
      const caller = allowedCaller(operation.access, subject)
      try {
        const request = await makeRequestFor(operation.id)(markets, subject, caller)
        const { status, body } = await send(toHttp(request, credentialsFor(markets, caller, request)))
        if (status === operation.status) continue
        print(`${operation.id}: ${status} ${body.toString().slice(0, 150)}`)
      } catch (error) {
        print(`${operation.id}: ${String(error)}`) // the others are measured all the same
      }
      failed.add(operation.id)
    }
    await markets.running.drain()
  }
  close()
  return failed.size
}

/** What listings and boards are asked for where there is most. Returns how many failed. */
export async function readTheLargest(
  { running, ours, people }: TwoMarkets,
  { ids }: Plan,
  tries: number,
  print: Print,
): Promise<number> {
  const failed = new Set<string>()
  const { send, close } = httpClient(running.url)
  const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const as = (token: string) => ({ authorization: `Bearer ${token}` })
  const near = ['43.615,-116.2', '36.0,-115.0', '31.2,-118.0']
  for (let n = 0; n < tries; n++) {
    const place = near[n % near.length]
    const other = ids.business(n)
    const visitor = [
      ...['', '&category=hair', '&q=oak', '&q=river%20spa', '&openNow=true', '&sort=rating', '&minRating=4', `&bookableOn=${date(2)}`, `&bookableOn=${date(2)}&partOfDay=afternoon`, '&sort=distance&limit=100'].map((filter) => `/v1/businesses?near=${place}&radius=15000${filter}`),
      `/v1/businesses?near=${place}&radius=100000`,
      `/v1/businesses/suggestions?q=oak&near=${place}`,
      `/v1/businesses/${other}`,
      `/v1/businesses/${other}/services`,
      `/v1/businesses/${other}/staff`,
      `/v1/businesses/${other}/reviews`,
      `/v1/businesses/${ours.id}/reviews?limit=50`,
      `/v1/businesses/${ours.id}/slots?serviceId=${ids.service(n % 2)}&from=${date(1)}&to=${date(31)}`,
      '/v1/markets',
    ].map((path) => ({ path, headers: {} })) // prettier-ignore
    const consumer = ['/v1/me', '/v1/me/bookings?limit=100', '/v1/me/notifications?limit=50'].map((path) => ({ path, headers: as(people.consumer.token) })) // prettier-ignore
    const board = ['balance', 'transactions?limit=100', 'transactions?format=csv', `statements/${date(-20).slice(0, 7)}`, 'payouts', `bookings?from=${date(-5)}&to=${date(5)}`, 'members', 'customers?limit=100', 'customers?q=person%209'].map((path) => ({ path: `/v1/businesses/${ours.id}/${path}`, headers: as(people.owner.token) })) // prettier-ignore
    const operator = [`businesses?limit=100`, 'complaints?limit=100'].map((path) => ({ path: `/v1/markets/${ours.marketId}/${path}`, headers: as(people.operator.token) })) // prettier-ignore
    for (const { path, headers } of [...visitor, ...consumer, ...board, ...operator]) {
      const { status } = await send({ method: 'GET', path, headers: { ...headers } })
      if (status < 400 || status === 404) continue
      print(`${path}: ${status}`)
      failed.add(path)
    }
  }
  close()
  return failed.size
}

/** What is done later: the jobs that wait, of every kind some, and what is due for those who have most. */
export async function runJobs(
  { running, ours, people }: TwoMarkets,
  { ids, world }: Plan,
  print: Print,
): Promise<void> {
  const db = new Client({ connectionString: running.databaseUrl })
  await db.connect()
  const dueNow = (schema: string, where: string) =>
    db.query(`update ${schema}.jobs set run_at = now() - interval '1 minute' where id in (select id from ${schema}.jobs where ${where} limit 20)`) // prettier-ignore
  // These go through all businesses, which takes hours: their last ones are enough.
  const after = ids.business(world.businesses - 300)
  await db.query(`update booking.jobs set payload = payload || jsonb_build_object('after', $1::text) where kind = 'booking.roll-free-starts'`, [after]) // prettier-ignore
  await db.query(`delete from business.jobs where kind = 'business.reindex-all'`)
  for (const { name, jobs } of running.composed.services)
    for (const { kind } of jobs) await dueNow(name, `kind = '${kind}'`)
  const add = (schema: string, kind: string, key: string, payload: unknown) =>
    db.query(`insert into ${schema}.jobs (id, kind, key, run_at, payload, attempts) values ($1, $2, $3, now() - interval '1 minute', $4, 0) on conflict (kind, key) do update set run_at = excluded.run_at`, [`job_${'0'.repeat(10)}${String(added++).padStart(16, '0')}`, kind, key, JSON.stringify(payload)]) // prettier-ignore
  let added = 1
  for (let n = 0; n < 20; n++) {
    const businessId = n === 0 ? ours.id : ids.business(n * 7)
    await add('booking', 'booking.count-free-starts', businessId, { businessId })
    await add('booking', 'booking.count-far-starts', businessId, { businessId })
    await add('business', 'business.reindex', businessId, { businessId })
  }
  const ofVisits = [
    { schema: 'booking', kind: 'booking.end-complaints', key: 'bookingId', from: `bookings where status = 'completed' and not is_final and complaints_end_at < now()` },
    { schema: 'payment', kind: 'payment.release', key: 'paymentId', from: `payments where funds = 'held' and release_at < now()` },
  ] // prettier-ignore
  for (const { schema, kind, key, from } of ofVisits) {
    const { rows } = await db.query<{ id: string }>(`select id from ${schema}.${from} limit 20`)
    for (const { id } of rows) await add(schema, kind, id, { [key]: id })
  }
  await add('business', 'business.reindex-all', 'all', { after })
  const drained = running.drain().then(() => true)
  // One fetch of each payee, spread over half an hour: Stripe does not know those that only the rows have.
  do if (await Promise.race([drained, setTimeout(100, false)])) break
  while (await hasSome(db, `payment.jobs where kind = 'payment.refresh-payees' and run_at <= now()`))
  await db.query(`delete from payment.jobs where kind in ('payment.fetch', 'payment.refresh')`)
  await drained
  await makeExport(running.composed.auth, people.consumer.id).catch((error: unknown) => print(`The export: ${String(error)}`)) // prettier-ignore
  await running.drain()
  await db.end()
}

async function hasSome(db: Client, rows: string): Promise<boolean> {
  const { rowCount } = await db.query(`select from ${rows} limit 1`)
  return rowCount === 1
}
