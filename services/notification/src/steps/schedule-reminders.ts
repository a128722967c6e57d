import type { Transaction } from 'kysely'
import { cancelJobs, scheduleAll } from '@buy-locals/service-kit/jobs'
import { usableZone } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { nextOfAll } from '../domain/reminders.ts'
import { reminderJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'
import * as reminderSettings from '../persistence/reminder-settings.ts'
import type { BookedVisit } from '../persistence/visits.ts'

/** The next reminder of each of these visits, which have just been agreed on, moved or cancelled, or whose business reminds at other times now. */
export async function scheduleReminders(
  { clock }: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  visits: readonly BookedVisit[],
): Promise<void> {
  if (visits.length === 0) return
  const now = clock()
  const minutesOf = await reminderSettings.findAll(tx, [...new Set(visits.map(({ businessId }) => businessId))])
  const zones = await people.findZones(tx, [...new Set(visits.map(({ personId }) => personId))])
  const jobs = visits.flatMap((visit) => {
    const zoneOfVisit = String(visit.about['timeZone'])
    const quietIn = usableZone(zones.get(visit.personId) ?? zoneOfVisit, zoneOfVisit)
    const runAt = visit.isConfirmed ? nextOfAll(visit, minutesOf(visit.businessId), [{}, { quietIn }], now) : undefined
    const input = { bookingId: visit.bookingId, since: now.toString() }
    return runAt ? [{ key: visit.bookingId, runAt, input }] : []
  })
  const scheduled = new Set(jobs.map(({ key }) => key))
  await cancelJobs(
    tx,
    reminderJob,
    visits.map(({ bookingId }) => bookingId).filter((key) => !scheduled.has(key)),
  )
  await scheduleAll(tx, reminderJob, jobs)
}
