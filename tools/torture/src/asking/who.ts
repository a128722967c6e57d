import type { Access } from '@buy-locals/contracts/operation'
import type { Matter } from '../two-towns/bookings.ts'
import { names, type Name } from '../two-towns/people.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import type { Asked } from './asked.ts'

/** A visitor has nothing, a guest a link to a booking, everybody else an account. */
export const everybody = ['visitor', 'guest', ...names] as const
export type Who = (typeof everybody)[number]

export function credentialsOf({ people, otherLink }: TwoTowns, who: Who, { link }: Asked): Record<string, string> {
  if (who === 'visitor') return {}
  if (who === 'guest') return { 'x-manage-token': link ?? otherLink }
  return { authorization: `Bearer ${people[who].token}` }
}

const ranks: Partial<Record<Access, Name>> = { staff: 'staff', manager: 'manager', owner: 'owner' }

/** Somebody who may, and is the closest to the matter. */
export function whoMay(access: Access, { shop, booker }: Matter): Who {
  if (access === 'anyone' || access === 'machine') return 'visitor'
  if (access === 'person') return 'consumer'
  if (access === 'booker' || access === 'party') return booker
  if (access === 'operator') return shop.operator
  if (access === 'admin') return 'admin'
  return shop.owner === 'owner' ? (ranks[access] ?? 'owner') : shop.owner
}
