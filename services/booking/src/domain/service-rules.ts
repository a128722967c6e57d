import type { Service } from '@buy-locals/contracts/booking/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { format } from '@buy-locals/values/money'
import type { Id } from '@buy-locals/values/ids'
import { notFound } from './not-found.ts'
import { calculateDeposit, unroundedDeposit } from './terms.ts'

type Fault = { pointer: string; detail: string }
type BusinessParts = { staffIds: ReadonlySet<string>; resourceIds: ReadonlySet<string>; currency: string }

const fullPrice = 10_000 // basis points

/** A service is given by staff of this business, in its rooms, at a price in its currency that can be paid. */
export function refuseInvalidService(service: Service, business: BusinessParts): void {
  const faults = [
    ...findFaultyIds(service.staffIds, business.staffIds, 'staffIds'),
    ...findFaultyIds(service.resourceIds, business.resourceIds, 'resourceIds'),
    ...(service.price.currency === business.currency
      ? []
      : [{ pointer: '/body/price/currency', detail: `the currency of this business is ${business.currency}` }]),
    ...findFaultyPrice(service),
  ]
  const detail = faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join('; ')
  if (faults.length) throw new Problem('invalid-request', detail, { errors: faults })
}

function findFaultyIds(ids: readonly string[], ofBusiness: ReadonlySet<string>, field: string): Fault[] {
  return ids.flatMap((id, index) => {
    const pointer = `/body/${field}/${index}`
    return [
      ...(ofBusiness.has(id) ? [] : [{ pointer, detail: 'not of this business' }]),
      ...(ids.indexOf(id) === index ? [] : [{ pointer, detail: 'named twice' }]),
    ]
  })
}

function findFaultyPrice(service: Service): Fault[] {
  const { price, payment, depositBasisPoints, depositAmount } = service
  if (depositAmount && depositAmount.currency !== price.currency)
    return [{ pointer: '/body/depositAmount/currency', detail: `the currency of the price is ${price.currency}` }]
  if (depositAmount && depositAmount.amount > price.amount)
    return [{ pointer: '/body/depositAmount/amount', detail: 'no more than the price' }]
  if (payment === 'at-venue' || price.amount === 0) return []
  const pointer = depositAmount ? '/body/depositAmount/amount' : '/body/price/amount'
  const deposit = calculateDeposit(service, 1)
  if (deposit.amount === 0) {
    const tooLittle = format(unroundedDeposit(service, 1), 'en')
    return [{ pointer, detail: `a card cannot be charged as little as ${tooLittle}` }]
  }
  if (!depositAmount && depositBasisPoints === fullPrice && deposit.amount !== price.amount)
    return [{ pointer, detail: `by card, ${format(deposit, 'en')} is the nearest price` }]
  return []
}

export function refuseStale({ version }: { version: number }, read: number): void {
  if (version !== read) throw new Problem('stale', `It is at version ${version}`)
}

/** A service that has been withdrawn cannot be booked, as if it did not exist. */
export function requireActive(service: Service | undefined, id: Id<'service'>): Service {
  if (!service?.active) throw notFound('service', id)
  return service
}
