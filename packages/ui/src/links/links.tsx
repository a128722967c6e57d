import { createContext, useContext, type ReactNode } from 'react'
import { Linking } from 'react-native'

type Follow = (href: string) => void

const FollowContext = createContext<Follow>((href) => void Linking.openURL(href))
export const useFollow = () => useContext(FollowContext)

/** The app gives the function that follows a link: `router.push` for its own screens. */
export function LinksProvider({ follow, children }: { follow: Follow; children: ReactNode }) {
  return <FollowContext value={follow}>{children}</FollowContext>
}
