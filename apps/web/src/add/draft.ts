import type { Category, Hours } from '@buy-locals/contracts/business/shapes'

/** What has been filled in so far of a business that is being added. */
export type Draft = {
  name?: string
  category?: Category
  description?: string
  street?: string
  phone?: string
  place?: { label: string; location: { lat: number; lon: number } }
  weekly?: Hours['weekly']
}

/** Where every place of the gazetteer is. */
export const country = 'US'
