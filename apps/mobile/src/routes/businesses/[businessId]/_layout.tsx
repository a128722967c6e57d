import { Stack, useLocalSearchParams } from 'expo-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useT } from '../../../messages/mobile-i18n'
import { MemberGate } from '../../../owner/member-gate'
import { useScreenOptions } from '../../../shell/screen-options'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

/** Below whatever a link opens there is the day, to go back to. */
export const unstable_settings = { initialRouteName: '(tabs)' }

/** The side of the app for owners and staff. */
export default function BusinessLayout() {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { businessId } = useLocalSearchParams<{ businessId: string }>()
  return (
    <MemberGate businessId={businessId}>
      <Stack screenOptions={useScreenOptions()}>
        <Stack.Screen name="(tabs)" options={{ headerShown: false, title: t('business.today') }} />
        <Stack.Screen name="bookings/[bookingId]" options={{ title: tFeatures('booking.one') }} />
        <Stack.Screen name="bookings/[bookingId]/move" options={{ title: t('booking.moveTitle') }} />
        <Stack.Screen name="groups/[bookingId]" options={{ title: t('board.group') }} />
        <Stack.Screen name="blocks/[blockId]" options={{ title: t('board.blockTitle') }} />
        <Stack.Screen name="new" options={{ title: t('booking.add') }} />
        <Stack.Screen name="block" options={{ title: t('board.block') }} />
        <Stack.Screen name="hours-today" options={{ title: t('todayHours.today') }} />
      </Stack>
    </MemberGate>
  )
}
