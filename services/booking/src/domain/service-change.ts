import { Problem } from '@buy-locals/contracts/problem'
import type { ServiceOffer } from './catalogue.ts'

type Known = { staffIds: ReadonlySet<string>; resourceIds: ReadonlySet<string>; currency: string }
type Fault = { pointer: string; detail: string }

/** A service is given by people of this business, in its rooms, in its currency. */
export function refuseForeignParts(service: ServiceOffer, known: Known): void {
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
  const detail = faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join('; ')
  if (faults.length) throw new Problem('invalid-request', detail, { errors: faults })
}

export function refuseStale({ version }: { version: number }, read: number): void {
  if (version !== read) throw new Problem('stale', `It is at version ${version}`)
}
