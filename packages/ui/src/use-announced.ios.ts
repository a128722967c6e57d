import { useEffect } from 'react'
import { AccessibilityInfo } from 'react-native'

/** VoiceOver knows no live regions: what appears in one is told to it, after what it is reading. */
export function useAnnounced(text: string | undefined): void {
  useEffect(() => {
    if (text) AccessibilityInfo.announceForAccessibilityWithOptions(text, { queue: true })
  }, [text])
}
