import type { Category } from '@buy-locals/contracts/business/shapes'

export type Place = { label: string; location: { lat: number; lon: number } }
export type Shift = { day: number; opens: string; closes: string }

/** What has been said so far of a business that is being added. */
export type Draft = {
  name?: string
  category?: Category
  description?: string
  street?: string
  phone?: string
  place?: Place
  weekly?: Shift[]
}

/** "Boise, Idaho 83702": the town, the region and the code as the gazetteer writes them. */
export function townIn(label: string): { city: string; region?: string; postcode?: string } {
  const postcode = /\b\d{5}\b/.exec(label)?.[0]
  const [city = '', region] = label
    .replace(/\b\d{5}\b/, '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return { city, ...(region && { region }), ...(postcode && { postcode }) }
}
