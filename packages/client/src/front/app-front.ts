import { AppState } from 'react-native'

/** Whether somebody may see the app. Under a call or the control center it is still there. */
export const isInFront = (): boolean => AppState.currentState !== 'background'

export function watchFront(listener: (isInFront: boolean) => void): () => void {
  const subscription = AppState.addEventListener('change', () => listener(isInFront()))
  return () => subscription.remove()
}

/** A phone stops the timers of an app in the background, so what is to be closed is closed at once. */
export const awayMs = 0
