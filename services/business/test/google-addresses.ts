import type { AddressComponent, GeocodeResult, LocationType, AddressType } from '@googlemaps/google-maps-services-js'

type Component = [types: string[], long: string, short?: string]
export type KnownAddress = {
  id: string
  label: string
  types: string[]
  parts: Component[]
  lat: number
  lng: number
  at: `${LocationType}`
}

const usa: Component = [['country', 'political'], 'United States', 'US']
const idaho: Component = [['administrative_area_level_1', 'political'], 'Idaho', 'ID']
const ada: Component = [['administrative_area_level_2', 'political'], 'Ada County']
const boise: Component = [['locality', 'political'], 'Boise']

/** As Google has them, in the form of the examples of its documentation. */
export const addresses: KnownAddress[] = [
  {
    id: 'ChIJ_grove_1600',
    label: '1600 W Grove St, Boise, ID 83702, USA',
    types: ['street_address'],
    parts: [
      [['street_number'], '1600'],
      [['route'], 'West Grove Street', 'W Grove St'],
      boise,
      ada,
      idaho,
      usa,
      [['postal_code'], '83702'],
    ],
    ...{ lat: 43.6178, lng: -116.2103, at: 'ROOFTOP' },
  },
  {
    id: 'ChIJ_grove',
    label: 'W Grove St, Boise, ID, USA',
    types: ['route'],
    parts: [[['route'], 'West Grove Street', 'W Grove St'], boise, ada, idaho, usa],
    ...{ lat: 43.616, lng: -116.205, at: 'GEOMETRIC_CENTER' },
  },
  {
    id: 'ChIJ_boise',
    label: 'Boise, ID, USA',
    types: ['locality', 'political'],
    parts: [boise, ada, idaho, usa],
    ...{ lat: 43.615, lng: -116.2023, at: 'APPROXIMATE' },
  },
  {
    id: 'ChIJ_83702',
    label: '83702 Boise, ID, USA',
    types: ['postal_code'],
    parts: [[['postal_code'], '83702'], boise, ada, idaho, usa],
    ...{ lat: 43.6324, lng: -116.2053, at: 'APPROXIMATE' },
  },
  {
    id: 'ChIJ_idaho',
    label: 'Idaho, USA',
    types: ['administrative_area_level_1', 'political'],
    parts: [idaho, usa],
    ...{ lat: 44.0682, lng: -114.742, at: 'APPROXIMATE' },
  },
  {
    id: 'ChIJ_hauptstr',
    label: 'Hauptstraße 5, 10827 Berlin, Germany',
    types: ['street_address'],
    parts: [[['street_number'], '5'], [['route'], 'Hauptstraße'], [['sublocality_level_1', 'sublocality', 'political'], 'Tempelhof-Schöneberg'], [['locality', 'political'], 'Berlin'], [['administrative_area_level_1', 'political'], 'Berlin', 'BE'], [['country', 'political'], 'Germany', 'DE'], [['postal_code'], '10827']], // prettier-ignore
    ...{ lat: 52.4889, lng: 13.3547, at: 'ROOFTOP' },
  },
  {
    id: 'ChIJ_downing',
    label: '10 Downing St, London SW1A 2AA, UK',
    types: ['street_address'],
    parts: [[['street_number'], '10'], [['route'], 'Downing Street', 'Downing St'], [['postal_town'], 'London'], [['administrative_area_level_2', 'political'], 'Greater London'], [['administrative_area_level_1', 'political'], 'England'], [['country', 'political'], 'United Kingdom', 'GB'], [['postal_code'], 'SW1A 2AA']], // prettier-ignore
    ...{ lat: 51.5034, lng: -0.1276, at: 'RANGE_INTERPOLATED' },
  },
]

export function toGeocodeResult({ id, label, types, parts, lat, lng, at }: KnownAddress): GeocodeResult {
  const corner = { lat, lng }
  const bounds = { northeast: corner, southwest: corner }
  const result: Omit<GeocodeResult, 'postcode_localities' | 'plus_code' | 'partial_match'> = {
    types: types as AddressType[],
    formatted_address: label,
    address_components: parts.map(([of, long_name, short_name = long_name]) => ({ types: of as AddressComponent['types'], long_name, short_name })), // prettier-ignore
    geometry: { location: { lat, lng }, location_type: at as LocationType, viewport: bounds, bounds },
    place_id: id,
  }
  return result as GeocodeResult // the three are there only where they say something
}

export const toPlaceDetails = ({ id, label, types, parts, lat, lng }: KnownAddress) => ({
  id,
  formattedAddress: label,
  types,
  location: { latitude: lat, longitude: lng },
  addressComponents: parts.map(([of, longText, shortText = longText]) => ({ types: of, longText, shortText, languageCode: 'en' })), // prettier-ignore
})
