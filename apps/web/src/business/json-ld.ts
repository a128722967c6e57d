import type { Category, Hours, Shift, SpecialDay } from '@buy-locals/contracts/business/shapes'
import { decimal, type Money } from '@buy-locals/values/amount'

/** The most specific type that schema.org has for a kind of business. */
const types: Record<Category, string> = {
  hair: 'HairSalon',
  beauty: 'BeautySalon',
  spa: 'DaySpa',
  fitness: 'ExerciseGym',
  yoga: 'SportsActivityLocation',
  health: 'MedicalBusiness',
  dental: 'Dentist',
  vet: 'LocalBusiness',
  pets: 'PetStore',
  restaurant: 'Restaurant',
  cafe: 'CafeOrCoffeeShop',
  bakery: 'Bakery',
  'food-shop': 'GroceryStore',
  bar: 'BarOrPub',
  bike: 'BikeStore',
  auto: 'AutoRepair',
  repair: 'HomeAndConstructionBusiness',
  home: 'HomeGoodsStore',
  cleaning: 'DryCleaningOrLaundry',
  garden: 'GardenStore',
  tutoring: 'LocalBusiness',
  music: 'LocalBusiness',
  photo: 'ProfessionalService',
  art: 'LocalBusiness',
  books: 'BookStore',
  clothing: 'ClothingStore',
  gifts: 'Florist',
  shop: 'Store',
  sport: 'SportsActivityLocation',
  lodging: 'LodgingBusiness',
  legal: 'LegalService',
  finance: 'FinancialService',
  services: 'ProfessionalService',
  venue: 'EntertainmentBusiness',
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

type Described = {
  name: string
  description?: string | undefined
  categories: readonly Category[]
  address: { street?: string | undefined; city: string; region?: string | undefined; postcode?: string | undefined; country: string }
  location: { lat: number; lon: number }
  phone?: string | undefined
  website?: string | undefined
  priceLevel?: number | undefined
  hours?: Hours | undefined
  rating: { mean: number; count: number }
  source?: object | undefined
} // prettier-ignore

type Offered = { name: string; price: Money }

/** What search engines read. Nothing of places that no owner described, and no stars where nobody has reviewed. */
export function toJsonLd(business: Described, services: readonly Offered[], url: string, image: string | undefined) {
  if (business.source) return undefined
  const { name, description, address, location, phone, priceLevel, hours, rating } = business
  const [kind = 'shop'] = business.categories
  return {
    '@context': 'https://schema.org',
    '@type': types[kind],
    '@id': url,
    url,
    name,
    ...(description && { description }),
    ...(image && { image }),
    address: {
      '@type': 'PostalAddress',
      ...(address.street && { streetAddress: address.street }),
      addressLocality: address.city,
      ...(address.region && { addressRegion: address.region }),
      ...(address.postcode && { postalCode: address.postcode }),
      addressCountry: address.country,
    },
    geo: { '@type': 'GeoCoordinates', latitude: location.lat, longitude: location.lon },
    ...(phone && { telephone: phone }),
    ...(business.website && { sameAs: business.website }),
    ...(priceLevel && { priceRange: '$'.repeat(priceLevel) }),
    ...(hours && { openingHoursSpecification: [...hours.weekly.map(weekly), ...hours.special.map(special)] }),
    ...(rating.count > 0 && {
      aggregateRating: { '@type': 'AggregateRating', ratingValue: rating.mean, reviewCount: rating.count },
    }),
    ...(services.length > 0 && {
      hasOfferCatalog: { '@type': 'OfferCatalog', itemListElement: services.map(describeService) },
    }),
  }
}

const describeService = ({ name, price }: Offered) => ({
  '@type': 'Offer',
  itemOffered: { '@type': 'Service', name },
  price: decimal(price),
  priceCurrency: price.currency,
})

/** schema.org has no 24:00; a whole day is 00:00 to 23:59, and 00:00 to 00:00 means closed. */
const closing = (closes: string) => (closes === '24:00' ? '23:59' : closes)
const specification = (rest: object) => ({ '@type': 'OpeningHoursSpecification', ...rest })

const weekly = ({ day, opens, closes }: Shift) =>
  specification({ dayOfWeek: days[day - 1], opens, closes: opens === closes ? '23:59' : closing(closes) })

function special(day: SpecialDay) {
  const on = { validFrom: day.date, validThrough: day.date }
  if (day.closed) return specification({ ...on, opens: '00:00', closes: '00:00' })
  return specification({ ...on, opens: day.opens, closes: closing(day.closes ?? '') })
}

/** `</script>` in a name must not end the element. */
export const toScript = (value: object) => JSON.stringify(value).replaceAll('<', '\\u003c')
