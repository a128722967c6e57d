import { useLocalSearchParams } from 'expo-router'
import { linksOfList } from '@buy-locals/features/booking/manage-link'
import { BookingsScreen } from '../../bookings/bookings-screen'
import { OpenedLinks } from '../../bookings/opened-links'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function Bookings() {
  const { '#': fragment = '' } = useLocalSearchParams<{ '#'?: string }>()
  return (
    <OpenedLinks links={linksOfList(fragment)}>
      <BookingsScreen />
    </OpenedLinks>
  )
}
