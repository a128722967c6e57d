import { registerBusiness } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import type { z } from 'zod'

/** All of a profile that an owner writes, as the form holds it. */
export const written = registerBusiness.body.omit({ marketId: true }).required({ slug: true, timeZone: true })
export const firstWritten = registerBusiness.body.pick({ name: true, categories: true, address: true, location: true })

export type Written = z.input<typeof written>

export const writtenOf = ({ name, description, categories, address, location, phone, website, priceLevel, slug, timeZone }: Business): Written => ({
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
