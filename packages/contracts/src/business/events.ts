import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { eventType } from '../event.ts'
import { version } from '../shapes.ts'
import { business, market } from './shapes.ts'

/** Auth makes the owner's membership from it. */
export const businessRegistered = eventType(
  'business.registered.v1',
  z.object({ businessId: id('business'), ownerId: id('person'), version }),
)

/** The whole public profile, whatever its status. */
export const businessChanged = eventType('business.changed.v1', business)

export const marketChanged = eventType('market.changed.v1', market)
