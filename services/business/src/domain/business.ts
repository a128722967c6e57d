import { Problem } from '@buy-locals/contracts/problem'
import type { Hours } from './week.ts'

export type Status = 'draft' | 'pending' | 'published' | 'suspended' | 'closed'

type Known = { status: Status; version: number; hours?: Hours | undefined }

/** What an operator may be asked to look at. Name, category, address and place are there from the first day. */
export function submit<B extends Known>(business: B): B {
  refuseUnless(business, ['draft'])
  const missing = isEverOpen(business.hours) ? [] : ['hours']
  if (missing.length > 0) throw new Problem('business/incomplete', `Still missing: ${missing.join(', ')}`, { missing })
  return next({ ...business, status: 'pending' })
}

export function approve<B extends Known>(business: B): B {
  refuseUnless(business, ['pending', 'suspended'])
  return next({ ...business, status: 'published' })
}

export function suspend<B extends Known>(business: B): B {
  refuseUnless(business, ['published'])
  return next({ ...business, status: 'suspended' })
}

export function change<B extends Known>(business: B, changes: Partial<Omit<B, 'status' | 'version'>>): B {
  refuseUnless(business, ['draft', 'pending', 'published', 'suspended'])
  return next({ ...business, ...changes })
}

/** Others are not told that it exists. */
export const isPublic = ({ status }: Pick<Known, 'status'>): boolean => status === 'published' || status === 'closed'

export function refuseStale({ version }: Pick<Known, 'version'>, read: number): void {
  if (version !== read) throw new Problem('stale', `It has version ${version} by now`, { version })
}

const next = <B extends Known>(business: B): B => ({ ...business, version: business.version + 1 })

const isEverOpen = (hours: Hours | undefined): boolean =>
  hours !== undefined && (hours.weekly.length > 0 || (hours.special ?? []).some(({ closed }) => !closed))

function refuseUnless({ status }: Known, allowed: Status[]): void {
  if (!allowed.includes(status)) throw new Problem('business/wrong-state', `It is ${status}`, { state: status })
}
