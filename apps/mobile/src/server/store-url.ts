import Constants from 'expo-constants'
import { Platform } from 'react-native'

/** Where this phone gets the app from, as far as the build knows. */
export function storeUrl(): string | undefined {
  const urls = Constants.expoConfig?.extra?.['storeUrls'] as { ios?: string; android?: string } | undefined
  return Platform.select(urls ?? {})
}
