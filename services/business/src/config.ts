import { z } from 'zod'

/** What the environment says about businesses. */
export const config = z
  .object({ BUSINESS_REGISTRATIONS_PER_DAY: z.coerce.number().int().min(1).default(20) })
  .transform(({ BUSINESS_REGISTRATIONS_PER_DAY: points }) => ({ registrations: { points, seconds: 86_400 } }))

export type Settings = z.output<typeof config>
