import { registerBusiness } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import type { z } from 'zod'

/** Every field of the profile that an owner fills in. */
export const profileFields = registerBusiness.body.omit({ marketId: true }).required({ slug: true, timeZone: true })
/** The fields that a draft cannot be without. */
export const draftFields = registerBusiness.body.pick({ name: true, categories: true, address: true, location: true })

export type ProfileForm = z.input<typeof profileFields>

export const toProfileForm = ({ name, description, categories, address, location, phone, website, priceLevel, slug, timeZone }: Business): ProfileForm => ({
  name,
  description,
  categories,
  address,
  location,
  phone,
  website,
  priceLevel,
  slug,
  timeZone,
}) // prettier-ignore
