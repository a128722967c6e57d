import { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { fact } from '../facts.ts'
import type { Day } from '../persistence/availability.ts'
import * as bookings from '../persistence/booking-repository.ts'
import { sayingOf } from '../persistence/changes.ts'
import * as services from '../persistence/service-repository.ts'

/** Says what is true now again, with the versions it has. */
export async function replay({ db, clock }: Deps): Promise<number> {
  let said = await replayCatalogue({ db, clock })
  for await (const batch of bookings.all(db)) {
    await db.transaction().execute(async (tx) => {
      for (const booking of batch) {
        const saying = sayingOf(booking)
        if (!saying) continue
        await record(tx, clock(), saying, booking.id, booking.version, fact(booking))
        said += 1
      }
    })
  }
  return said
}

async function replayCatalogue({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const offers = await services.all(tx)
    const days = new Map(
      (await tx.selectFrom('availability').selectAll().execute()).map((row) => [row.service_id, row]),
    )
    for (const service of offers) {
      await record(tx, clock(), serviceChanged, service.id, service.version, service)
      const known = days.get(service.id)
      if (!known) continue
      const { id: serviceId, businessId } = service
      const { version } = known
      const free = { businessId: businessId satisfies Id<'business'>, serviceId, days: known.days as Day[], version }
      await record(tx, clock(), availabilityChanged, serviceId, version, free)
    }
    return offers.length + days.size
  })
}
