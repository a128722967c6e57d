import { useLocalSearchParams } from 'expo-router'
import { linksOfList } from '@buy-locals/features/booking/manage-link'
import { BookingsScreen } from '../../bookings/bookings-screen'
import { OpenedLinks } from '../../bookings/opened-links'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function Bookings() {
  const { '#': fragment = '' } = useLocalSearchParams<{ '#'?: string }>()
  const links = linksOfList(fragment)
  return (
    <OpenedLinks links={links}>
      <BookingsScreen links={links} />
    </OpenedLinks>
  )
}
