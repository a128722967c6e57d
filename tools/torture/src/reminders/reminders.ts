import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import { connectWithAllRights } from '../kills/leases.ts'
import { freePort, killLeftovers, startKillableServer } from '../kills/killable-server.ts'
import { collectFindings, type Log, type Report, type Size } from '../report.ts'

const plans = {
  short: { visits: 400, within: 60, killsAfter: [0.5] },
  full: { visits: 10_000, within: 120, killsAfter: [0.25, 0.5, 0.75] },
} as const

/** A reminder that was leased by a server that was killed runs again when its lease is over. */
const leaseSeconds = 30

/** Reminders of many visits that are due in one minute, first with nothing in their way, and then with the server killed in the middle of them. */
export async function reminders(size: Size, log: Log): Promise<Report> {
  const { visits, within, killsAfter } = plans[size]
  await using cleanup = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-reminders-'))
  cleanup.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  cleanup.defer(() => killLeftovers(dataDir))
  const place = { dataDir, port: await freePort() }
  let server = await startKillableServer(place)
  cleanup.defer(() => server.kill())
  const { findings, expect } = collectFindings()

  const quiet = await connectWithAllRights(dataDir)
  await book(quiet, 'quiet', visits)
  const seconds = await waitForMails(quiet, 'quiet', visits, within * 2)
  await quiet.destroy()
  expect(seconds <= within, `${visits} reminders took ${seconds} s`)
  log(`${visits} reminders in ${seconds} s`)

  const before = await connectWithAllRights(dataDir)
  await book(before, 'killed', visits)
  let kills = 0
  for (const share of killsAfter) {
    await waitForMails(before, 'killed', Math.floor(visits * share), within * 2)
    await server.kill()
    server = await startKillableServer(place)
    kills += 1
    log(`killed after ${await countMails(before, 'killed')} mails`)
  }
  const secondsWithKills = await waitForMails(before, 'killed', visits, within * 2 + leaseSeconds * kills)
  await setTimeout(2_000) // whatever would come twice comes now
  for (const name of ['quiet', 'killed']) {
    const { rows } = await sql<{ mails: number; people: number }>`
      select count(*)::int as mails, count(distinct recipient)::int as people
      from notification.dev_mails where recipient like ${`${name}-%`} and subject like 'Reminder%'`.execute(before)
    const [counted = { mails: 0, people: 0 }] = rows
    expect(counted.people === visits, `${visits - counted.people} people were not reminded (${name})`)
    expect(counted.mails === counted.people, `${counted.mails - counted.people} reminders came twice (${name})`)
  }
  const { rows: deliveries } = await sql<{ unsent: number }>`
    select count(*)::int as unsent from notification.deliveries where kind = 'booking-reminder' and sent_at is null`.execute(
    before,
  )
  expect(deliveries[0]?.unsent === 0, `${deliveries[0]?.unsent} reminders are not marked as sent`)
  await before.destroy()
  return { figures: { visits, seconds, kills, secondsWithKills }, findings }
}

/** Visits a day from now, spread over a minute, as the events of their bookings leave them. */
async function book(db: Kysely<unknown>, name: string, visits: number): Promise<void> {
  await sql`
    insert into notification.people (person_id, name, email, locale, sequence, verified)
    select 'per_' || ${name}::text || n, 'Cora', ${name}::text || '-' || n || '@example.com', 'en', 1, true
    from generate_series(1, ${visits}::int) n`.execute(db)
  await sql`
    insert into notification.visits (booking_id, business_id, person_id, status, start, agreed_at, is_entered_by_business, about, sequence)
    select 'bkg_' || id, 'biz_' || id, 'per_' || ${name}::text || n, 'confirmed', start, now() - interval '2 days', false,
      jsonb_build_object('bookingId', 'bkg_' || id, 'business', 'Barber', 'service', 'Haircut', 'timeZone', 'America/Boise',
        'start', to_char(start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), 1
    from generate_series(1, ${visits}::int) n,
      lateral (select lpad(${name === 'quiet' ? '1' : '2'}::text || lpad(n::text, 8, '0'), 26, '0') as id,
        date_trunc('second', now()) + interval '1 day' + n % 60 * interval '1 second' as start) visit`.execute(db)
  await sql`
    insert into notification.jobs (id, kind, key, run_at, payload)
    select 'job_' || right(booking_id, 26), 'notification.reminder', booking_id, start - interval '1 day',
      jsonb_build_object('bookingId', booking_id, 'since', to_char((now() - interval '1 hour') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    from notification.visits where person_id like 'per_' || ${name}::text || '%'`.execute(db)
}

async function countMails(db: Kysely<unknown>, name: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from notification.dev_mails where recipient like ${`${name}-%`} and subject like 'Reminder%'`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** Returns how many seconds it took. */
async function waitForMails(db: Kysely<unknown>, name: string, count: number, patience: number): Promise<number> {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1_000)
  while (seconds() < patience && (await countMails(db, name)) < count) await setTimeout(200)
  return seconds()
}
