import { z } from 'zod'
import { limitOf } from '@buy-locals/service-kit/config'

/** What the environment says about businesses. */
export const config = z
  .object({
    BUSINESS_REGISTRATIONS_PER_DAY: limitOf(20, 86_400).describe('Businesses that one person opens'),
  })
  .transform((environment) => ({ registrations: environment.BUSINESS_REGISTRATIONS_PER_DAY }))

export type Settings = z.output<typeof config>
