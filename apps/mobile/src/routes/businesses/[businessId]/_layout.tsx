import { Stack, useLocalSearchParams } from 'expo-router'
import type { ReactElement } from 'react'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useT } from '../../../messages/mobile-i18n'
import { ForMembers, MemberProvider } from '../../../owner/member-gate'
import { ofNavigator, useScreenOptions } from '../../../shell/screen-options'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

/** Below whatever a link opens there is the day, to go back to. */
export const unstable_settings = { initialRouteName: '(tabs)' }

/** The side of the app for owners and staff. */
export default function BusinessLayout() {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { businessId } = useLocalSearchParams<{ businessId: string }>()
  return (
    <MemberProvider businessId={businessId}>
      <Stack screenOptions={useScreenOptions()} screenLayout={layOut}>
        <Stack.Screen name="(tabs)" options={{ ...ofNavigator, title: t('business.today') }} />
        <Stack.Screen name="bookings/[bookingId]" options={{ title: tFeatures('booking.one') }} />
        <Stack.Screen name="bookings/[bookingId]/move" options={{ title: t('booking.moveTitle') }} />
        <Stack.Screen name="bookings/[bookingId]/messages" options={{ title: tFeatures('thread.title') }} />
        <Stack.Screen name="groups/[bookingId]" options={{ title: t('board.group') }} />
        <Stack.Screen name="blocks/[blockId]" options={{ title: t('board.blockTitle') }} />
        <Stack.Screen name="new" options={{ title: t('booking.add') }} />
        <Stack.Screen name="block" options={{ title: t('board.block') }} />
        <Stack.Screen name="hours-today" options={{ title: t('todayHours.today') }} />
      </Stack>
    </MemberProvider>
  )
}

/** The tabs have screens of their own. */
const layOut = ({ route, children }: { route: { name: string }; children: ReactElement }) =>
  route.name === '(tabs)' ? children : <ForMembers>{children}</ForMembers>
