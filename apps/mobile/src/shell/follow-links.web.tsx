import { router, type Href } from 'expo-router'
import type { MouseEvent, ReactNode } from 'react'
import { LinksProvider, type AnchorProps } from '@buy-locals/ui/links'

/** Where the server has the app. Whoever opens or copies a link has the address of the app's screen, not of the site's page. */
const basePath = process.env.EXPO_BASE_URL ?? ''

/** A press opens the screen in place; with a key that browsers know, in a tab of its own. */
function Anchor({ href, onClick, children, ...props }: AnchorProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
    if (event.defaultPrevented || opensElsewhere || !href.startsWith('/')) return
    event.preventDefault()
    router.push(href as Href)
  }
  return (
    <a {...props} href={href.startsWith('/') ? basePath + href : href} onClick={follow}>
      {children}
    </a>
  )
}

export function FollowLinks({ children }: { children: ReactNode }) {
  return <LinksProvider anchor={Anchor}>{children}</LinksProvider>
}
