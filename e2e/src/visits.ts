import { book, findSlots, listServices } from '@buy-locals/contracts/booking/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from './people.ts'
import type { Shop } from './shop.ts'
import { serverTime } from './time.ts'

type Start = { days?: number; at?: number }

/** The free starts of the shop's first service, so many days ahead. */
export async function findStarts({ params, owner }: Pick<Shop, 'params' | 'owner'>, days: number): Promise<string[]> {
  const { items: services } = await owner.call(listServices, { params })
  const day = new Date((await serverTime()) + days * 86_400_000).toISOString().slice(0, 10)
  const query = { serviceId: services[0]!.id, from: day, to: day }
  const { items } = await owner.call(findSlots, { params, query })
  return items.map(({ start }) => start)
}

/** A visit booked without a browser: of the shop's first service, on its 31st free start in three days. */
export async function bookVisit(shop: Shop, { call }: Person, { days = 3, at = 30 }: Start = {}) {
  const { items: services } = await shop.owner.call(listServices, { params: shop.params })
  const body = { businessId: shop.id, serviceId: services[0]!.id, start: (await findStarts(shop, days))[at]! }
  return call(book, { body }, { idempotencyKey: crypto.randomUUID() })
}

/** Pays without a browser, with a test card. */
export async function payVisit({ call }: Person, bookingId: Id<'booking'>): Promise<void> {
  const { payments } = await call(readConfig, {})
  const { paymentIntentId, clientSecret, publishableKey } = await call(payBooking, { params: { bookingId } })
  const confirmed = await fetch(`${payments.apiBase ?? ''}/v1/payment_intents/${paymentIntentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: 'pm_card_visa' }),
  })
  if (!confirmed.ok) throw new Error(`The test card was refused: ${await confirmed.text()}`)
}
