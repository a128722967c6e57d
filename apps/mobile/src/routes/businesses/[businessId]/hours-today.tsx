import { router } from 'expo-router'
import { HoursTodayScreen } from '../../../owner/hours/hours-today-screen'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

export default function HoursToday() {
  return <HoursTodayScreen onDone={() => router.back()} />
}
