/** Rounded or not is decided where it is written down. `denied`: the device does not let the app see where it is. */
export type Located = { lat: number; lon: number } | 'denied' | 'unavailable'

/** One a few minutes old is as good: nobody searches from a train for what is near. */
export const maxAgeMs = 300_000
export const patienceMs = 10_000
