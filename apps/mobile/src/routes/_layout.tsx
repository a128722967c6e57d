import { Stack } from 'expo-router'
import { StatusBar } from 'expo-status-bar'
import { AppProviders } from '../shell/app-providers'
import { useScreenOptions } from '../shell/screen-options'
import { useT } from '../messages/mobile-i18n'

export { ScreenError as ErrorBoundary } from '../shell/screen-error'

export default function Layout() {
  return (
    <AppProviders>
      <StatusBar />
      <Screens />
    </AppProviders>
  )
}

function Screens() {
  const t = useT()
  return (
    <Stack screenOptions={useScreenOptions()}>
      <Stack.Screen name="(tabs)" options={{ headerShown: false, title: t('app.explore') }} />
      <Stack.Screen name="b/[slug]" options={{ title: '' }} />
      <Stack.Screen name="bookings/[bookingId]" options={{ title: t('bookings.one') }} />
      <Stack.Screen name="search" options={{ title: t('search.title'), presentation: 'modal' }} />
      <Stack.Screen name="sign-in" options={{ title: t('account.signIn'), presentation: 'modal' }} />
    </Stack>
  )
}
