import { getCalendars } from 'expo-localization'
import { knownZone } from '@buy-locals/features/time/dates'

/** The time zone that this device is set to, as far as it says so. */
export const deviceZone = (): string | undefined => knownZone(getCalendars()[0]?.timeZone)
