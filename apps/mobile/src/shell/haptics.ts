import { notificationAsync, NotificationFeedbackType, selectionAsync } from 'expo-haptics'

/** A phone without them, or in silence, does nothing. */
const ignoreAbsent = () => undefined

/** One of several was chosen. */
export const feelSelection = () => void selectionAsync().catch(ignoreAbsent)

/** What was under way is done. */
export const feelSuccess = () => void notificationAsync(NotificationFeedbackType.Success).catch(ignoreAbsent)
