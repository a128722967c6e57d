import { Redirect } from 'expo-router'

/** A browser has a setting of its own, which every page follows. */
export const AppearanceScreen = () => <Redirect href="/account" />
