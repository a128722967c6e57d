import type { AddressComponent, GeocodeResult } from '@googlemaps/google-maps-services-js'
import type { protos } from '@googlemaps/places'
import type { Address, Place } from '@buy-locals/contracts/business/shapes'

type Component = { types: readonly string[]; long: string; short: string }
type Found = { label: string; components: Component[]; types: readonly string[]; lat: number; lon: number }

/** Where the number comes before the street. */
const numberFirst = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'ZA', 'IN', 'FR', 'LU', 'MC'])

/** What is taken for the town, the nearest first: some places have none of their own. */
const townTypes = [
  'locality',
  'postal_town',
  'sublocality_level_1',
  'sublocality',
  'administrative_area_level_3',
  'administrative_area_level_2',
]

/** Undefined: it is larger than a town, such as a state. */
export function fromGeocoder({ formatted_address, address_components, types, geometry }: GeocodeResult) {
  const toComponent = ({ long_name, short_name, types: of }: AddressComponent) => ({
    types: of,
    long: long_name,
    short: short_name,
  })
  const found = { label: formatted_address, components: address_components.map(toComponent), types }
  const { lat, lng } = geometry.location
  const isBetween = geometry.location_type === 'RANGE_INTERPOLATED'
  const place = toPlace({ ...found, lat, lon: lng })
  return place?.precision === 'exact' && isBetween ? { ...place, precision: 'street' as const } : place
}

export function fromPlaceDetails(place: protos.google.maps.places.v1.IPlace): Place | undefined {
  const { formattedAddress, addressComponents, types, location } = place
  if (!formattedAddress || !location) return undefined
  const components = (addressComponents ?? []).map(({ types: of, longText, shortText }) => ({
    types: of ?? [],
    long: longText ?? '',
    short: shortText ?? '',
  }))
  const { latitude, longitude } = location
  return toPlace({ label: formattedAddress, components, types: types ?? [], lat: latitude ?? 0, lon: longitude ?? 0 })
}

function toPlace({ label, components, types, lat, lon }: Found): Place | undefined {
  const address = toAddress(components)
  if (!address) return undefined
  return { label: label.slice(0, 160), address, location: { lat, lon }, precision: toPrecision(types) }
}

function toAddress(components: readonly Component[]): Address | undefined {
  const find = (type: string) => components.find(({ types }) => types.includes(type))
  const city = townTypes.map(find).find(Boolean)?.long
  const country = find('country')?.short
  if (!city || !country) return undefined
  const parts = [find('street_number')?.long, find('route')?.long].filter(Boolean)
  const street = (numberFirst.has(country) ? parts : parts.toReversed()).join(' ')
  const region = find('administrative_area_level_1')?.short
  const postcode = find('postal_code')?.long
  return {
    ...(find('route') && { street: street.slice(0, 120) }),
    city: city.slice(0, 80),
    ...(region && { region: region.slice(0, 80) }),
    ...(postcode && { postcode: postcode.slice(0, 16) }),
    country,
  }
}

function toPrecision(types: readonly string[]): Place['precision'] {
  const is = (...of: string[]) => of.some((type) => types.includes(type))
  if (is('street_address', 'premise', 'subpremise', 'establishment')) return 'exact'
  if (is('route', 'intersection')) return 'street'
  if (is('postal_code')) return 'postcode'
  return 'city'
}
