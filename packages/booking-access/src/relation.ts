import type { Kysely, Transaction } from 'kysely'
import type { Role } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Caller } from '@buy-locals/service-kit/caller'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import { rolesAt } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import { readManageToken, verifyManageToken } from './manage-link.ts'

/** Who makes a request: somebody signed in, or a guest with a manage link, or neither. */
export type Requester = {
  actor: Pick<Actor, 'id'> | undefined
  caller?: Pick<Caller, 'header' | 'cookies'>
}

/** What somebody is to a booking. */
export type Relation = { isBooker: boolean; role: Role | undefined; isOperator: boolean }

type BookingParties = {
  id: Id<'booking'>
  businessId: Id<'business'>
  marketId: Id<'market'>
  consumerId: string
  manageTokenHash?: string | null | undefined
}

export async function relationTo<DB extends KitTables>(
  db: Kysely<DB> | Transaction<DB>,
  { actor, caller }: Requester,
  booking: BookingParties,
): Promise<Relation> {
  const token = caller && readManageToken(caller, booking.id)
  return {
    isBooker: actor?.id === booking.consumerId || verifyManageToken(token, booking.manageTokenHash),
    ...(await rolesAt(db, actor, booking)),
  }
}

export type Party = 'booker' | 'member' | 'operator'

/** Foreign bookings do not exist; to a party of the booking, it is said that the role does not suffice. */
export function requireRelation({ isBooker, role, isOperator }: Relation, missing: Problem, ...allowed: Party[]): void {
  const is = { booker: isBooker, member: role !== undefined, operator: isOperator }
  if (allowed.some((party) => is[party])) return
  throw is.booker || is.member || is.operator ? new Problem('forbidden', 'Your role does not allow this') : missing
}
