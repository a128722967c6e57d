import { router, type Href } from 'expo-router'

/** Back to the screen before; a link may have opened this one as the first. */
export function leaveTo(otherwise: string): void {
  if (router.canGoBack()) router.back()
  else router.replace(otherwise as Href)
}
