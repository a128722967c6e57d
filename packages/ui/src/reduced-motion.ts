import { useEffect, useState } from 'react'
import { AccessibilityInfo } from 'react-native'

/** Whether somebody has told their phone to move as little as it can. */
export function useReducedMotion(): boolean {
  const [isReduced, setReduced] = useState(false)
  useEffect(() => {
    void AccessibilityInfo.isReduceMotionEnabled().then(setReduced)
    const subscription = AccessibilityInfo.addEventListener('reduceMotionChanged', setReduced)
    return () => subscription.remove()
  }, [])
  return isReduced
}
