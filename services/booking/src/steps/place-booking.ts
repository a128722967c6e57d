import type { Transaction } from 'kysely'
import { bookingConfirmed, bookingHeld } from '@buy-locals/contracts/booking/events'
import { saveConsequences, type Consequences } from '@buy-locals/service-kit/consequences'
import type { Deps } from '../deps.ts'
import type { BookableService, RuleOverride } from '../domain/bookable-service.ts'
import type { Booking } from '../domain/booking.ts'
import { draftBooking, type NewBooking } from '../domain/new-booking.ts'
import { notFound } from '../domain/not-found.ts'
import { findBrokenRule, findSlotAt, outsidePolicy } from '../domain/start-rules.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import { toGuestEvents, type Guest } from './create-guest.ts'
import { describeChange, type ActorName } from './save-change.ts'
import { toFreeStartsCount, toNextSteps } from './schedule-jobs.ts'
import { takeTime } from './take-time.ts'

type Placement = NewBooking & {
  actor: ActorName
  override?: RuleOverride
  requestedFrom?: string
  guest?: Guest | undefined
}

/** Takes the time and inserts the booking, and what `alongside` adds to it, with its events, audit row and jobs. Undefined where the time is taken; of a class `isFull` where these were its last seats. */
export async function placeBooking(
  { clock, settings }: Pick<Deps, 'clock' | 'settings'>,
  tx: Transaction<Database>,
  placement: Placement,
  alongside: (booking: Booking) => Promise<void>,
): Promise<{ booking: Booking; isFull: boolean } | undefined> {
  const now = clock()
  const { request, business, service, actor, override = {}, requestedFrom, guest } = placement
  const options = { takesPayments: settings.takesPayments, now, staffId: request.staffId }
  const { bookable, bookingsOnDay } = await bookableServices.loadToBook(tx, business, service, request.start, options)
  if (request.staffId && bookable.staff.length === 0) throw notFound('staff', request.staffId)
  const slot = findSlotAt(bookable, request, now, override)
  if (!slot) {
    const rule = findBrokenRule(bookable, request, now, override)
    if (rule) throw outsidePolicy(rule)
    return undefined
  }
  const draft = draftBooking(placement, settings.holdMinutes, now)
  let booking = draft
  let consequences: Consequences = {}
  const insert = async ({ staffId, groupSessionId }: Pick<Booking, 'staffId' | 'groupSessionId'>) => {
    booking = { ...draft, staffId, groupSessionId, staffName: findName(bookable, staffId) }
    // Before the seats are reserved: whoever wants one of the same session waits from there to the commit.
    consequences = toConsequences()
    await bookings.insert(tx, booking, { documents: settings.documents, requestedFrom, guest })
    await alongside(booking)
  }
  const { id: bookingId, holdExpiresAt, partySize } = draft
  const secured = await takeTime(tx, { bookable, slot, bookingsOnDay, partySize, bookingId, holdExpiresAt }, insert)
  if (!secured) return undefined
  await saveConsequences(tx, now, consequences)
  return { booking, ...secured }

  function toConsequences(): Consequences {
    const { events, audit } = describeChange(booking, booking.status === 'held' ? bookingHeld : bookingConfirmed, actor)
    return {
      events: [...events, ...(guest ? toGuestEvents(guest, booking) : [])],
      audit,
      jobs: [...toNextSteps({ settings }, booking, now), ...toFreeStartsCount(business.id, now, booking)],
    }
  }
}

const findName = ({ staff }: BookableService, staffId: Booking['staffId']) =>
  staff.find(({ id }) => id === staffId)?.name
