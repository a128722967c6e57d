import { useCalendars } from 'expo-localization'
import { knownZone } from '@buy-locals/features/time/dates'

/** The time zone that this device is set to, as far as it says so, also when it changes on a journey. */
export const useDeviceZone = (): string | undefined => knownZone(useCalendars()[0]?.timeZone)
