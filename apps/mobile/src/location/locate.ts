import {
  Accuracy,
  getCurrentPositionAsync,
  getForegroundPermissionsAsync,
  getLastKnownPositionAsync,
  requestForegroundPermissionsAsync,
} from 'expo-location'
import { Linking } from 'react-native'
import { maxAgeMs, patienceMs, type Located } from './located'

/** Whether the system will show its own prompt. */
export async function willPrompt(): Promise<boolean> {
  const permission = await getForegroundPermissionsAsync()
  return !permission.granted && permission.canAskAgain
}

export async function locate(): Promise<Located> {
  const { granted } = await requestForegroundPermissionsAsync()
  if (!granted) return 'denied'
  const position = await Promise.race([readPosition().catch(() => null), afterPatience()])
  return position ? { lat: position.coords.latitude, lon: position.coords.longitude } : 'unavailable'
}

const readPosition = async () =>
  (await getLastKnownPositionAsync({ maxAge: maxAgeMs })) ??
  (await getCurrentPositionAsync({ accuracy: Accuracy.Balanced }))

const afterPatience = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs))

/** Where somebody lets the app see it after all. */
export const openSettings: (() => void) | undefined = () => void Linking.openSettings()
