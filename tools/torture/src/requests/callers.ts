import type { Access } from '@buy-locals/contracts/operation'
import type { Subject } from '../two-markets/bookings.ts'
import { personNames, type Account, type People, type PersonName } from '../two-markets/people.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'

/** A visitor has no credentials, a guest a booking's manage token, everybody else an account. */
export const callers = ['visitor', 'guest', ...personNames] as const
export type Caller = (typeof callers)[number]

export function credentialsFor(
  { people, otherManageToken }: TwoMarkets,
  caller: Caller,
  { manageToken, ownToken }: { manageToken?: string | undefined; ownToken?: string | undefined },
): Record<string, string> {
  if (caller === 'visitor') return {}
  if (caller === 'guest') return { 'x-manage-token': manageToken ?? otherManageToken }
  return { authorization: `Bearer ${ownToken ?? people[caller].token}` }
}

const staffRoles: Partial<Record<Access, PersonName>> = { staff: 'staff', manager: 'manager', owner: 'owner' }

/** Of those who may call it, the one with the fewest rights. */
export function allowedCaller(access: Access, { shop, booker }: Subject): Caller {
  if (access === 'anyone' || access === 'machine') return 'visitor'
  if (access === 'person') return 'consumer'
  if (access === 'booker' || access === 'party') return booker
  if (access === 'operator') return shop.operator
  if (access === 'admin') return 'admin'
  return shop.owner === 'owner' ? (staffRoles[access] ?? 'owner') : shop.owner
}

/** Whoever has none sends nothing that depends on it. */
export const accountOf = (people: People, caller: Caller): Account =>
  people[caller === 'visitor' || caller === 'guest' ? 'consumer' : caller]
