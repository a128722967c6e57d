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
    PLACES_PER_HOUR: limitOf(120, 3_600).describe(
      'Addresses that one person takes from Google; 20 times as many are typed, or found from one network',
    ),
    GOOGLE_MAPS_API_KEY: z.string().min(10).optional(),
    GOOGLE_MAPS_ENDPOINT: z.url().optional(),
  })
  .transform((environment) => ({
    registrations: environment.BUSINESS_REGISTRATIONS_PER_DAY,
    claims: environment.CLAIMS_PER_DAY,
    claimMails: environment.CLAIM_MAILS_PER_DAY,
    listingReports: environment.LISTING_REPORTS_PER_DAY,
    photoUploads: environment.PHOTOS_PER_DAY,
    placesFound: environment.PLACES_PER_HOUR,
    google: { apiKey: environment.GOOGLE_MAPS_API_KEY, endpoint: environment.GOOGLE_MAPS_ENDPOINT },
  }))

type Read = z.output<typeof config>
export type Google = Read['google']
export type Settings = Omit<Read, 'google'>
