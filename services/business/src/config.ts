import { z } from 'zod'
import { limitOf } from '@buy-locals/service-kit/config'

/** What the environment says about businesses. */
export const config = z
  .object({
    BUSINESS_REGISTRATIONS_PER_DAY: limitOf(20, 86_400).describe('Businesses that one person opens'),
    CLAIMS_PER_DAY: limitOf(10, 86_400).describe('Businesses that one person claims'),
    CLAIM_MAILS_PER_DAY: limitOf(4, 86_400).describe('Links to claim one business that are mailed'),
    LISTING_REPORTS_PER_DAY: limitOf(20, 86_400).describe('Reports of listings from one network'),
    PHOTOS_PER_DAY: limitOf(200, 86_400).describe('Photos that are added to one business'),
  })
  .transform((environment) => ({
    registrations: environment.BUSINESS_REGISTRATIONS_PER_DAY,
    claims: environment.CLAIMS_PER_DAY,
    claimMails: environment.CLAIM_MAILS_PER_DAY,
    listingReports: environment.LISTING_REPORTS_PER_DAY,
    photoUploads: environment.PHOTOS_PER_DAY,
  }))

export type Settings = z.output<typeof config>
