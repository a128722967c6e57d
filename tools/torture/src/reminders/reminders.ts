import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import { startSmtpServer } from '@buy-locals/notification/testing/smtp-server'
import { advanceClock } from '../clock.ts'
import { connectWithAllRights, endLeases, readMoment } from '../kills/leases.ts'
import { freePort, killLeftovers, startKillableServer } from '../kills/killable-server.ts'
import { poll } from '../poll.ts'
import { collectFindings, type Log, type Report, type Size } from '../report.ts'

const plans = {
  short: { visits: 400, within: 60, killsAfter: [0.5] },
  full: { visits: 10_000, within: 120, killsAfter: [0.25, 0.5, 0.75] },
} as const

/** By the lane of reminders. So many may have been taken by the mail server, and not yet be stored as sent, when their process is killed. */
const mailsAtOnce = 4

/** Until the mail server says that it has a mail: at a kill some are taken. */
const delayMs = 10

/**
 * Reminders of many visits that are due in one minute, first with nothing in their way, and then with the server killed in
 * the middle of them. What counts is what was handed over to a mail server: a reminder that was under way at a kill may come
 * once more, after an hour.
 */
export async function reminders(size: Size, log: Log): Promise<Report> {
  const { visits, within, killsAfter } = plans[size]
  await using cleanup = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-reminders-'))
  cleanup.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  cleanup.defer(() => killLeftovers(dataDir))
  const smtp = cleanup.use(await startSmtpServer(() => '250 well', { delayMs: () => delayMs }))
  const countMails = (name: string): Mails => {
    const to = smtp.taken
      .filter((mail) => mail.to.startsWith(`${name}-`) && mail.subject.startsWith('Reminder'))
      .map((mail) => mail.to)
    return { mails: to.length, people: new Set(to).size }
  }
  const place = { dataDir, port: await freePort(), environment: { SMTP_URL: smtp.url } }
  let server = await startKillableServer(place)
  cleanup.defer(() => server.kill())
  const { findings, expect } = collectFindings()

  const quiet = await connectWithAllRights(dataDir)
  await book(quiet, 'quiet', visits)
  const seconds = await waitFor(() => countMails('quiet').people >= visits, within * 2)
  await quiet.destroy()
  expect(seconds <= within, `${visits} reminders took ${seconds} s`)
  log(`${visits} reminders in ${seconds} s`)

  const before = await connectWithAllRights(dataDir)
  await book(before, 'killed', visits)
  let kills = 0
  for (const share of killsAfter) {
    await waitFor(() => countMails('killed').people >= Math.floor(visits * share), within * 2)
    const killedAt = await readMoment(server.seeded)
    await server.kill()
    await endLeases(dataDir, killedAt)
    server = await startKillableServer(place)
    kills += 1
    log(`killed after ${countMails('killed').mails} mails`)
  }
  const underWay = kills * mailsAtOnce
  const secondsWithKills = await waitFor(async () => (await countDue(before)) === 0, within * 2)
  const inTheHour = countMails('killed')
  expect(
    inTheHour.mails === inTheHour.people,
    `${inTheHour.mails - inTheHour.people} reminders came twice within an hour`,
  )
  expect(inTheHour.people >= visits - underWay, `${visits - inTheHour.people} reminders waited, and ${underWay} were under way at a kill`) // prettier-ignore
  await advanceClock(server.seeded, 'PT61M')
  await waitFor(() => countMails('killed').people >= visits, within)
  await setTimeout(2_000) // whatever would come twice comes now
  for (const [name, most] of [
    ['quiet', 0],
    ['killed', underWay],
  ] as const) {
    const { mails, people } = countMails(name)
    expect(people === visits, `${visits - people} people were not reminded (${name})`)
    expect(mails - people <= most, `${mails - people} reminders came twice (${name})`)
    log(`${mails - people} came twice (${name})`)
  }
  const { rows: deliveries } = await sql<{ unsent: number }>`
    select count(*)::int as unsent from notification.deliveries where kind = 'booking-reminder' and sent_at is null`.execute(
    before,
  )
  expect(deliveries[0]?.unsent === 0, `${deliveries[0]?.unsent} reminders are not marked as sent`)
  await before.destroy()
  return { figures: { visits, seconds, kills, secondsWithKills }, findings }
}

type Mails = { mails: number; people: number }

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

/** What is still to be requested or sent, but for what waits an hour, or for the next reminder of its visit. */
async function countDue(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from notification.jobs
    where kind in ('notification.reminder', 'notification.bulk-mail') and run_at < now() + interval '10 minutes'`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** Returns how many seconds it took. */
async function waitFor(isSo: () => boolean | Promise<boolean>, patience: number): Promise<number> {
  const began = performance.now()
  await poll(isSo, { everyMs: 200, forMs: patience * 1_000 })
  return Math.round((performance.now() - began) / 1_000)
}
