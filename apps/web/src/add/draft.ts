import type { Category, Hours, Place } from '@buy-locals/contracts/business/shapes'

/** What has been filled in so far of a business that is being added. */
export type Draft = {
  name?: string
  category?: Category
  description?: string
  street?: string
  phone?: string
  place?: Place
  weekly?: Hours['weekly']
}
