import type { Copy } from './copy-rows.ts'
import type { Plan } from './plan.ts'
import { at, dayMs, idAt } from './world.ts'

/** Not quite half of the visits were paid online; of those that took place the money has been released. */
export function* rowsOfMoney({ world, ids, ours, paidId, visits, ofVisit, nameOf, nowMs }: Plan): Generator<Copy> {
  const { businesses, bookable, markets } = world
  yield { table: 'payment.markets', from: 1, count: markets, like: `id = '${ours.marketId}'`, columns: { id: ids.market, slug: (n) => `town-${n}` } } // prettier-ignore
  yield { table: 'payment.businesses', from: 1, count: businesses, like: `id = '${ours.id}'`, columns: { id: ids.business, name: nameOf } } // prettier-ignore
  yield { table: 'payment.payees', from: 1, count: bookable, like: `business_id = '${ours.id}'`, columns: { business_id: ids.business, account: (n) => `acct_${n}` } } // prettier-ignore
  const since = (n: number) => at(Math.min(nowMs, Math.max(visits.startMs(n), visits.createdMs(n))))
  yield { table: 'payment.bookings', count: visits.count, like: `id = '${paidId}'`, columns: { id: ids.booking, business_id: ofVisit.business, consumer_id: ofVisit.person, market_id: ofVisit.market, start_at: ofVisit.start, status: visits.status, status_since: since, payment: (n) => (visits.isPaid(n) ? 'online' : 'at-venue'), complaints_end_at: ofVisit.complaintsEnd, is_final: ofVisit.isFinal } } // prettier-ignore
  const paidVisits = Uint32Array.from({ length: visits.count }, (_, n) => n).filter((n) => visits.isPaid(n))
  const of = <T>(each: (n: number) => T) => (n: number) => each(paidVisits[n] ?? 0) // prettier-ignore
  const isReleased = (n: number) => visits.status(n) === 'completed' && visits.startMs(n) < nowMs - 4 * dayMs
  const released = paidVisits.filter(isReleased)
  const ofReleased = <T>(each: (n: number) => T) => (n: number) => each(released[n] ?? 0) // prettier-ignore
  yield { table: 'payment.payments', count: paidVisits.length, like: `booking_id = '${paidId}'`, columns: { id: of(ids.payment), booking_id: of(ids.booking), business_id: of(ofVisit.business), consumer_id: of(ofVisit.person), market_id: of(ofVisit.market), created_at: of(ofVisit.created), paid_at: of(ofVisit.created), payment_intent_id: (n) => `pi_${n}`, charge_id: (n) => `ch_${n}`, receipt_number: (n) => `S${n}`, funds: of((n) => (isReleased(n) ? 'released' : 'held')), release_at: of((n) => (isReleased(n) || visits.status(n) === 'confirmed' ? null : at(visits.startMs(n) + 4 * dayMs))) } } // prettier-ignore
  yield { table: 'payment.transfers', count: released.length, columns: { id: ofReleased((n) => idAt('tra', visits.createdMs(n), n)), payment_id: ofReleased(ids.payment), business_id: ofReleased(ofVisit.business), account: () => 'acct_1', amount: () => 3_800, net: () => 3_800, attempt: () => 0, reference: (n) => `tr_${n}`, created_at: ofReleased(ofVisit.start), done_at: ofReleased(ofVisit.end) } } // prettier-ignore
  const entry = (n: number) => idAt('ent', visits.createdMs(n), 2 * n)
  const release = (n: number) => idAt('ent', visits.startMs(n), 2 * n + 1)
  const currency = () => 'USD'
  yield { table: 'payment.ledger_accounts', count: paidVisits.length, columns: { id: of((n) => `held:${ids.payment(n)}:USD`), kind: () => 'held', owner: of(ids.payment), currency } } // prettier-ignore
  yield {
    table: 'payment.ledger_accounts',
    count: 1,
    columns: { id: () => 'fee:USD', kind: () => 'fee', owner: () => '', currency },
  }
  yield { table: 'payment.ledger_accounts', count: bookable, columns: { id: (n) => `business:${ids.business(n)}:USD`, kind: () => 'business', owner: ids.business, currency } } // prettier-ignore
  yield { table: 'payment.ledger_transactions', count: paidVisits.length, like: `booking_id = '${paidId}' and kind = 'payment'`, columns: { id: of(entry), at: of(ofVisit.created), subject: of(ids.payment), payment_id: of(ids.payment), booking_id: of(ids.booking), business_id: of(ofVisit.business) } } // prettier-ignore
  yield { table: 'payment.ledger_transactions', count: released.length, like: `booking_id = '${paidId}' and kind = 'payment'`, columns: { id: ofReleased(release), at: ofReleased(ofVisit.end), kind: () => 'release', subject: ofReleased((n) => idAt('tra', visits.createdMs(n), n)), payment_id: ofReleased(ids.payment), booking_id: ofReleased(ids.booking), business_id: ofReleased(ofVisit.business) } } // prettier-ignore
  yield { table: 'payment.ledger_entries', count: paidVisits.length * 2, columns: { transaction_id: (n) => entry(paidVisits[n >> 1] ?? 0), account_id: (n) => (n % 2 ? `held:${ids.payment(paidVisits[n >> 1] ?? 0)}:USD` : 'stripe:USD'), amount: (n) => (n % 2 ? -4_000 : 4_000), currency } } // prettier-ignore
  const sides = [
    (n: number) => `held:${ids.payment(n)}:USD`,
    (n: number) => `business:${ofVisit.business(n)}:USD`,
    () => 'fee:USD',
  ]
  yield { table: 'payment.ledger_entries', count: released.length * 3, columns: { transaction_id: (n) => release(released[Math.floor(n / 3)] ?? 0), account_id: (n) => sides[n % 3]?.(released[Math.floor(n / 3)] ?? 0) ?? '', amount: (n) => [4_000, -3_800, -200][n % 3] ?? 0, currency } } // prettier-ignore
  yield { table: 'payment.stripe_events', count: paidVisits.length, columns: { id: (n) => `evt_${n}`, type: () => 'payment_intent.succeeded', object_id: (n) => `pi_${n}`, received_at: of(ofVisit.created) } } // prettier-ignore
}
