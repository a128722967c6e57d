import type { Resource, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Hours } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'

export type Business = {
  id: Id<'business'>
  marketId: Id<'market'>
  isPublished: boolean
  name: string
  timeZone: string
  currency: Money['currency']
  /** Undefined: unknown, and then nothing can be booked online. */
  hours: Hours | undefined
  address: string
  phone: string | undefined
}

/** What of a staff member or a resource decides when a service can be booked. */
export type ServiceStaff = Pick<Staff, 'id' | 'name' | 'hours' | 'active'>
export type ServiceResource = Pick<Resource, 'id' | 'pool' | 'active'>

/** Time is taken from a calendar: a staff member's, a resource's, or the service's own where it needs neither. */
export type CalendarId = Id<'staff'> | Id<'resource'> | Id<'service'>
