import { useLocalSearchParams } from 'expo-router'
import { ReceiptScreen } from '../../../visit/receipt-screen'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

export default function Receipt() {
  const { bookingId } = useLocalSearchParams<{ bookingId: string }>()
  return <ReceiptScreen bookingId={bookingId} />
}
