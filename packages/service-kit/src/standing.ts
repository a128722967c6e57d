import type { Kysely, Transaction } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Caller } from './caller.ts'
import type { KitTables } from './kit-tables.ts'
import { manageTokenFor, opens } from './manage-link.ts'
import { isOperator, roleOf, type Role } from './memberships.ts'
import type { Actor } from './service.ts'

/** Who asks: somebody signed in, or a guest with a manage link, or neither. */
export type Asker = {
  actor: Pick<Actor, 'id'> | undefined
  caller?: Pick<Caller, 'manageToken' | 'cookies'>
}

/** What somebody is to a booking. */
export type Standing = { isBooker: boolean; role: Role | undefined; isOperator: boolean }

type Booked = {
  id: Id<'booking'>
  businessId: Id<'business'>
  marketId: Id<'market'>
  consumerId: string
  manageTokenHash?: string | null | undefined
}

export async function standingOf<DB extends KitTables>(
  db: Kysely<DB> | Transaction<DB>,
  { actor, caller }: Asker,
  booking: Booked,
): Promise<Standing> {
  return {
    isBooker:
      actor?.id === booking.consumerId || opens(caller && manageTokenFor(caller, booking.id), booking.manageTokenHash),
    role: actor && (await roleOf(db, actor.id, booking.businessId)),
    isOperator: await isOperator(db, actor, booking.marketId),
  }
}

type Part = 'booker' | 'member' | 'operator'

/** Foreign bookings do not exist; of one's own, it is said that the role does not suffice. */
export function requirePart({ isBooker, role, isOperator }: Standing, missing: Problem, ...parts: Part[]): void {
  const has = { booker: isBooker, member: role !== undefined, operator: isOperator }
  if (parts.some((part) => has[part])) return
  throw has.booker || has.member || has.operator ? new Problem('forbidden', 'This is not for you to do') : missing
}
