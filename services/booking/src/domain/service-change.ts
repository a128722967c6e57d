import { Problem } from '@buy-locals/contracts/problem'
import { chargeable } from '@buy-locals/values/card-amounts'
import { format, share } from '@buy-locals/values/money'
import type { Service } from './catalogue.ts'

type Known = { staffIds: ReadonlySet<string>; resourceIds: ReadonlySet<string>; currency: string }
const whole = 10_000
type Fault = { pointer: string; detail: string }

/** A service is given by people of this business, in its rooms, at a price in its currency that can be paid. */
export function refuseUnfit(service: Service, known: Known): void {
  const faults: Fault[] = []
  const check = (ids: readonly string[], own: ReadonlySet<string>, name: string) =>
    ids.forEach((id, index) => {
      if (!own.has(id)) faults.push({ pointer: `/body/${name}/${index}`, detail: 'not of this business' })
      if (ids.indexOf(id) !== index) faults.push({ pointer: `/body/${name}/${index}`, detail: 'named twice' })
    })
  check(service.staffIds, known.staffIds, 'staffIds')
  check(service.resourceIds, known.resourceIds, 'resourceIds')
  if (service.price.currency !== known.currency) {
    faults.push({ pointer: '/body/price/currency', detail: `the currency of this business is ${known.currency}` })
  }
  faults.push(...faultsOfPrice(service))
  const detail = faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join('; ')
  if (faults.length) throw new Problem('invalid-request', detail, { errors: faults })
}

function faultsOfPrice({ price, payment, depositBasisPoints }: Service): Fault[] {
  if (payment === 'at-venue' || price.amount === 0) return []
  const wanted = depositBasisPoints === whole ? price : share(price, depositBasisPoints)
  const paid = chargeable(wanted)
  if (paid.amount === 0)
    return [{ pointer: '/body/price/amount', detail: `a card cannot be charged as little as ${format(wanted, 'en')}` }]
  if (depositBasisPoints === whole && paid.amount !== price.amount)
    return [{ pointer: '/body/price/amount', detail: `by card, ${format(paid, 'en')} is the nearest price` }]
  return []
}

export function refuseStale({ version }: { version: number }, read: number): void {
  if (version !== read) throw new Problem('stale', `It is at version ${version}`)
}
