import type { Business } from '@buy-locals/contracts/business/shapes'

type Destination = Pick<Business, 'name' | 'address' | 'location'>

/** What leads there: the app for maps of a phone, or Google Maps. */
export function directions({ name, address, location }: Destination, on: 'ios' | 'android' | 'web'): string {
  const point = `${location.lat},${location.lon}`
  const { street, city, region, postcode } = address
  const place = encodeURIComponent(street ? [street, city, region, postcode].filter(Boolean).join(', ') : point)
  if (on === 'ios') return `https://maps.apple.com/?daddr=${place}`
  if (on === 'android') return `geo:${point}?q=${street ? place : `${point}(${encodeURIComponent(name)})`}`
  return `https://www.google.com/maps/dir/?api=1&destination=${place}`
}
