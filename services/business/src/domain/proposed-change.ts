import type { ProposedChange } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { change, type FullBusiness } from './business.ts'
import { distanceBetween } from './geography.ts'

type Changes = { [K in keyof FullBusiness]?: FullBusiness[K] | null | undefined }

/** Farther than this is another place, whatever its address says. */
const sameTownMetres = 20_000

/** Applies what an owner may change at once. What a published business is, and where, waits for the operator: a shop that was approved must not become a bank. */
export function changeProfile(business: FullBusiness, changes: Changes): FullBusiness {
  if (business.status !== 'published') return change<FullBusiness>(business, withoutNulls(changes))
  const { atOnce, toApprove } = divide(business, changes)
  const merged = { ...business.proposed, ...toApprove }
  const proposed = Object.fromEntries(
    Object.entries(merged).filter(
      ([field, value]) => !isSame(value ?? undefined, { ...business, ...atOnce }[field as keyof ProposedChange]),
    ),
  )
  return change<FullBusiness>(business, {
    ...withoutNulls(atOnce),
    proposed: Object.keys(proposed).length ? proposed : undefined,
  })
}

function divide(business: FullBusiness, changes: Changes): { atOnce: Changes; toApprove: ProposedChange } {
  const { name, categories, website, address, location, ...rest } = changes
  const isElsewhere = Boolean(
    (address && townOf(address) !== townOf(business.address)) ||
    (location && distanceBetween(location, business.location) > sameTownMetres),
  )
  const place = { ...(address && { address }), ...(location && { location }) }
  return {
    atOnce: { ...rest, ...(!isElsewhere && place) },
    toApprove: {
      ...(name && { name }),
      ...(categories && { categories }),
      ...(website !== undefined && { website }),
      ...(isElsewhere && place),
    },
  }
}

export function approveChange(business: FullBusiness): FullBusiness {
  const { proposed } = requireProposed(business)
  return change<FullBusiness>(business, { ...withoutNulls(proposed), proposed: undefined })
}

export const refuseChange = (business: FullBusiness): FullBusiness =>
  change<FullBusiness>(requireProposed(business), { proposed: undefined })

function requireProposed(business: FullBusiness): FullBusiness & { proposed: ProposedChange } {
  const { proposed } = business
  if (!proposed) throw new Problem('business/wrong-state', 'Nothing waits for a decision', { state: business.status })
  return { ...business, proposed }
}

const withoutNulls = (changes: Changes): Partial<FullBusiness> =>
  Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value ?? undefined]))

const townOf = ({ city, region, country }: FullBusiness['address']) =>
  [city, region, country].map((part) => part?.toLowerCase()).join('|')

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
