import { Platform } from 'react-native'
import { directions } from '@buy-locals/features/place/directions'
import type { ShownBusiness } from './shown-business'

/** What leads there in the phone's own app for maps. */
export const directionsTo = (business: ShownBusiness): string =>
  directions(business, Platform.OS === 'ios' || Platform.OS === 'android' ? Platform.OS : 'web')
