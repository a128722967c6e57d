import { z } from 'zod'
import { limitOf } from '@buy-locals/service-kit/config'

/** What the environment says about reviews. */
export const config = z
  .object({
    REVIEW_PHOTOS_PER_DAY: limitOf(20, 86_400).describe('Photos that are added to the review of one booking'),
  })
  .transform((environment) => ({ reviewPhotos: environment.REVIEW_PHOTOS_PER_DAY }))

export type Settings = z.output<typeof config>
