import { Stack, type ErrorBoundaryProps } from 'expo-router'
import { StatusBar } from 'expo-status-bar'
import { usePersonRealtime } from '@buy-locals/client/use-person-realtime'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useReader } from '../session/use-reader'
import { AppProviders } from '../shell/app-providers'
import { usePageTitle } from '../shell/page-title'
import { ScreenError } from '../shell/screen-error'
import { ofNavigator, useScreenOptions } from '../shell/screen-options'
import { useT } from '../messages/mobile-i18n'
import { useReturnToBusiness } from '../owner/use-return-to-business'

/** In the place of everything, with what texts and buttons need around them. */
export function ErrorBoundary(failed: ErrorBoundaryProps) {
  return (
    <AppProviders>
      <ScreenError {...failed} />
    </AppProviders>
  )
}

export default function Layout() {
  return (
    <AppProviders>
      <StatusBar />
      <Screens />
    </AppProviders>
  )
}

function Screens() {
  usePageTitle()
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  usePersonRealtime(useReader().me?.id)
  useReturnToBusiness()
  return (
    <Stack screenOptions={useScreenOptions()}>
      <Stack.Screen name="(tabs)" options={{ ...ofNavigator, title: t('app.explore') }} />
      <Stack.Screen name="b/[slug]" options={{ title: '' }} />
      <Stack.Screen name="bookings/[bookingId]" options={{ title: tFeatures('booking.one') }} />
      <Stack.Screen name="b/[slug]/book/[serviceId]" options={{ title: '' }} />
      <Stack.Screen name="bookings/[bookingId]/pay" options={{ title: tFeatures('pay.title') }} />
      <Stack.Screen name="bookings/[bookingId]/reschedule" options={{ title: tFeatures('booking.move') }} />
      <Stack.Screen name="bookings/[bookingId]/messages" options={{ title: tFeatures('thread.title') }} />
      <Stack.Screen name="bookings/[bookingId]/review" options={{ title: tFeatures('ownBooking.review') }} />
      <Stack.Screen name="bookings/[bookingId]/receipt" options={{ title: tFeatures('ownBooking.receipt') }} />
      <Stack.Screen name="account/name" options={{ title: t('ownAccount.nameChange') }} />
      <Stack.Screen name="account/email" options={{ title: t('ownAccount.emailChange') }} />
      <Stack.Screen name="account/password" options={{ title: t('ownAccount.passwordChange') }} />
      <Stack.Screen name="account/language" options={{ title: t('settings.language') }} />
      <Stack.Screen name="account/appearance" options={{ title: t('settings.appearance') }} />
      <Stack.Screen name="account/sessions" options={{ title: t('ownAccount.sessions') }} />
      <Stack.Screen name="account/export" options={{ title: t('ownAccount.exportTitle') }} />
      <Stack.Screen name="account/delete" options={{ title: t('ownAccount.deleteTitle') }} />
      <Stack.Screen name="notifications/settings" options={{ title: t('ownAccount.preferences') }} />
      <Stack.Screen name="businesses/[businessId]" options={{ ...ofNavigator, title: t('business.today') }} />
      <Stack.Screen name="reset-password" options={{ title: t('mailedLink.resetTitle') }} />
      <Stack.Screen name="verify-email" options={{ title: t('mailedLink.verifyTitle') }} />
      <Stack.Screen name="dashboard/bookings/[bookingId]" options={{ title: tFeatures('booking.one') }} />
      <Stack.Screen name="search" options={{ title: t('search.title'), presentation: 'modal' }} />
      <Stack.Screen name="sign-in" options={{ title: t('account.signIn'), presentation: 'modal' }} />
    </Stack>
  )
}
