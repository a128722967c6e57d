import { registerBusiness } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import type { z } from 'zod'

/** Every field of the profile that an owner fills in. */
export const profileFields = registerBusiness.body.omit({ marketId: true }).required({ slug: true, timeZone: true })
/** The fields that a draft cannot be without. */
export const draftFields = registerBusiness.body.pick({ name: true, categories: true, address: true, location: true })

export type ProfileForm = z.input<typeof profileFields>

/** With what waits for approval: it is what the owner has written. */
export function toProfileForm(business: Business): ProfileForm {
  const { description, phone, priceLevel, slug, timeZone, proposed = {} } = business
  return {
    name: proposed.name ?? business.name,
    description,
    categories: proposed.categories ?? business.categories,
    address: proposed.address ?? business.address,
    location: proposed.location ?? business.location,
    phone,
    website: proposed.website === null ? undefined : (proposed.website ?? business.website),
    priceLevel,
    slug,
    timeZone,
  }
}

/** What was emptied is taken away. */
export const toProfileChange = (fields: z.output<typeof profileFields>) => ({
  ...fields,
  description: fields.description ?? null,
  phone: fields.phone ?? null,
  website: fields.website ?? null,
  priceLevel: fields.priceLevel ?? null,
})
