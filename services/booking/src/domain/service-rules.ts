import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Fault } from '@buy-locals/contracts/fault'
import { invalid, Problem } from '@buy-locals/contracts/problem'
import { format } from '@buy-locals/values/money'
import type { Id } from '@buy-locals/values/ids'
import { notFound } from './not-found.ts'
import { calculateDeposit, unroundedDeposit } from './terms.ts'

type BusinessParts = { staffIds: ReadonlySet<string>; resourceIds: ReadonlySet<string>; currency: string }

const fullPrice = 10_000 // basis points

/** A service is given by staff of this business, in its rooms, at a price in its currency that can be paid. */
export function refuseInvalidService(service: Service, business: BusinessParts): void {
  const faults = [
    ...findFaultyIds(service.staffIds, business.staffIds, 'staffIds'),
    ...findFaultyIds(service.resourceIds, business.resourceIds, 'resourceIds'),
    ...(service.price.currency === business.currency
      ? []
      : [otherCurrency('/body/price/currency', 'this business', business.currency)]),
    ...findFaultyPrice(service),
  ]
  if (faults.length) throw invalid(...faults)
}

function findFaultyIds(ids: readonly string[], ofBusiness: ReadonlySet<string>, field: string): Fault[] {
  return ids.flatMap((id, index) => {
    const pointer = `/body/${field}/${index}`
    return [
      ...(ofBusiness.has(id) ? [] : [{ pointer, detail: 'not of this business', code: 'not-of-business' as const }]),
      ...(ids.indexOf(id) === index ? [] : [{ pointer, detail: 'named twice', code: 'named-twice' as const }]),
    ]
  })
}

function findFaultyPrice(service: Service): Fault[] {
  const { price, payment, depositBasisPoints, depositAmount } = service
  if (depositAmount && depositAmount.currency !== price.currency)
    return [otherCurrency('/body/depositAmount/currency', 'the price', price.currency)]
  if (depositAmount && depositAmount.amount > price.amount)
    return [{ pointer: '/body/depositAmount/amount', detail: 'no more than the price', code: 'over-price', price }]
  if (payment === 'at-venue' || price.amount === 0) return []
  const pointer = depositAmount ? '/body/depositAmount/amount' : '/body/price/amount'
  const deposit = calculateDeposit(service, 1)
  if (deposit.amount === 0) {
    const amount = unroundedDeposit(service, 1)
    const detail = `a card cannot be charged as little as ${format(amount, 'en')}`
    return [{ pointer, detail, code: 'below-card-minimum', amount }]
  }
  if (!depositAmount && depositBasisPoints === fullPrice && deposit.amount !== price.amount)
    return [
      {
        pointer,
        detail: `by card, ${format(deposit, 'en')} is the nearest price`,
        code: 'not-chargeable',
        nearest: deposit,
      },
    ]
  return []
}

const otherCurrency = (pointer: string, of: string, currency: string): Fault => ({
  pointer,
  detail: `the currency of ${of} is ${currency}`,
  code: 'other-currency',
  currency,
})

export function refuseStale({ version }: { version: number }, read: number): void {
  if (version !== read) throw new Problem('stale', `It is at version ${version}`)
}

/** A service that has been withdrawn cannot be booked, as if it did not exist. */
export function requireActive(service: Service | undefined, id: Id<'service'>): Service {
  if (!service?.active) throw notFound('service', id)
  return service
}
