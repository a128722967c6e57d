import type { ProfileForm } from './profile-form'

type Address = ProfileForm['address']

/** The address with the place that was chosen. What the place does not say stays while the town is the same; a street always does. */
export function moveAddress(from: Address, place: Address): Address {
  const isSameTown = from.city.trim().toLowerCase() === place.city.toLowerCase() && from.country === place.country
  return {
    street: place.street ?? from.street,
    city: place.city,
    region: place.region ?? (isSameTown ? from.region : undefined),
    postcode: place.postcode ?? (isSameTown ? from.postcode : undefined),
    country: place.country,
  }
}
