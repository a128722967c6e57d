import { router, type Href } from 'expo-router'
import type { ReactNode } from 'react'
import { Linking } from 'react-native'
import { LinksProvider } from '@buy-locals/ui/links'

/** Our own screens open in the app, everything else outside of it. */
export const follow = (href: string) => (href.startsWith('/') ? router.push(href as Href) : void Linking.openURL(href))

export function FollowLinks({ children }: { children: ReactNode }) {
  return <LinksProvider follow={follow}>{children}</LinksProvider>
}
