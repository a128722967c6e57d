import { bookingProblemReported } from '@buy-locals/contracts/booking/events'
import { awaitFact } from '@buy-locals/service-kit/await-fact'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { requirePart } from '../domain/standing.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'
import * as markets from '../persistence/markets.ts'
import { standingOf, type Asker } from '../persistence/standings.ts'

type Command = { bookingId: Id<'booking'>; asker: Asker; words: string }

export async function reportProblem(
  { db, clock }: Deps,
  { bookingId, asker, words }: Command,
): Promise<domain.Booking> {
  const { marketId } = await permitted({ db }, { bookingId, asker })
  const disputeHours = await awaitFact(() => markets.disputeHours(db, marketId))
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    const reported = domain.reportProblem(booking, words, disputeHours, now)
    await changes.keep(tx, now, booking, reported, bookingProblemReported, asker.actorId ?? booking.consumerId)
    return reported
  })
}

async function permitted(
  { db }: Pick<Deps, 'db'>,
  { bookingId, asker }: Omit<Command, 'words'>,
): Promise<domain.Booking> {
  const booking = await bookings.find(db, bookingId)
  requirePart(await standingOf(db, booking, asker), bookingId, 'booker')
  return booking
}
