import { Temporal } from 'temporal-polyfill'
import { usableZone } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { isDelivered } from '../domain/preferences.ts'
import { dueOf, nextOfAll, remindersOf, type Manner } from '../domain/reminders.ts'
import type { ReminderRequest } from '../jobs.ts'
import * as devices from '../persistence/devices.ts'
import * as people from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'
import * as reminderSettings from '../persistence/reminder-settings.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'
import * as visits from '../persistence/visits.ts'
import { requestMails } from '../steps/request-mail.ts'
import { requestPushes } from '../steps/request-pushes.ts'
import { requestSms } from '../steps/request-sms.ts'

const kind = 'booking-reminder'

/** Requests the reminders of a visit that are due now. Returns when the next one is. What has been requested before is not requested again. */
export async function remind(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { bookingId, since }: ReminderRequest,
): Promise<Temporal.Instant | void> {
  const now = clock()
  const visit = await visits.find(db, bookingId)
  if (!visit?.isConfirmed || Temporal.Instant.compare(visit.start, now) <= 0) return
  const { personId, businessId, about, isEnteredByBusiness } = visit
  const minutes = (await reminderSettings.findAll(db, [businessId]))(businessId)
  const zoneOfVisit = String(about['timeZone'])
  const quietIn = usableZone((await people.findZone(db, personId)) ?? zoneOfVisit, zoneOfVisit)
  const chosen = await preferences.findAll(db, [personId])
  const numbers = await smsNumbers.findActive(db, [personId])
  const wants = (channel: 'mail' | 'sms' | 'push') =>
    isDelivered({ kind, to: { person: personId } }, channel, (group) => chosen.get(`${personId} ${group} ${channel}`)) // prettier-ignore
  const span = { since: Temporal.Instant.from(since), now }
  const start = visit.start.toString()
  const requestOf = (manner: Manner) => {
    const due = dueOf(remindersOf(visit, minutes, manner), span)
    const request = { personId, kind, about, businessId, link: `/bookings/${bookingId}`, visit: { bookingId, start } }
    return due ? [{ eventId: `reminder ${bookingId} ${start} ${due.minutesBefore}`, at: now, request }] : []
  }
  const mails = wants('mail') ? requestOf({}) : []
  const sms = wants('sms') && numbers.has(personId) ? requestOf({ quietIn }) : []
  const owners = await devices.findOwners(db, [personId])
  const pushes = wants('push') && owners.has(personId) ? requestOf({ quietIn }) : []
  if (mails.length + sms.length + pushes.length > 0)
    await db.transaction().execute(async (tx) => {
      await requestMails(
        tx,
        mails.map(({ request, ...mail }) => ({ ...mail, request: { ...request, preference: 'reminder' as const, isWrittenByBusiness: isEnteredByBusiness } })), // prettier-ignore
      )
      await requestSms(tx, sms)
      await requestPushes(tx, pushes)
    })
  return nextOfAll(visit, minutes, [{}, { quietIn }], now)
}
