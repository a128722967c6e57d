import { createURL } from 'expo-linking'
import { Linking } from 'react-native'

/** The bank asks in a browser, which leads back to the app. */
export const openBankPage = (url: string): void => void Linking.openURL(url)

export const returnUrlOf = (path: string): string => createURL(path)
