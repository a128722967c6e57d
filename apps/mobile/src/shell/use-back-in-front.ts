import { useEffect, useEffectEvent } from 'react'
import { watchFront } from '@buy-locals/client/app-front'

/** Calls back when somebody returns to the app. Its clock may have stood still while the phone slept. */
export function useBackInFront(onBack: () => void): void {
  const back = useEffectEvent(onBack)
  useEffect(() => watchFront((isBack) => isBack && back()), [])
}
