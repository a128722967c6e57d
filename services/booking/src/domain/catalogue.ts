import type { Hours } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints, Money } from '@buy-locals/values/money'
import type { Policy } from './cancellation-policy.ts'

export type Service = {
  id: Id<'service'>
  businessId: Id<'business'>
  name: string
  description?: string | undefined
  durationMinutes: number
  price: Money
  payment: 'online' | 'at-venue'
  depositBasisPoints: BasisPoints
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  capacity: number
  staffIds: Id<'staff'>[]
  resourceIds: Id<'resource'>[]
  minNoticeMinutes: number
  maxHorizonDays: number
  stepMinutes: number
  policy: Policy
  active: boolean
  version: number
}

export type Business = {
  id: Id<'business'>
  marketId: Id<'market'>
  isPublished: boolean
  name: string
  timeZone: string
  currency: Money['currency']
  /** Undefined: unknown, and then nothing can be booked online. */
  hours: Hours | undefined
  place: string
}

export type Person = { id: Id<'staff'>; name: string; hours?: Hours | undefined; active: boolean }
export type Resource = { id: Id<'resource'>; pool: string | undefined; active: boolean }

/** Whatever can be promised only once: a person, a room, or the service itself where it needs neither. */
export type HolderId = Id<'staff'> | Id<'resource'> | Id<'service'>
