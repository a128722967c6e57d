import { createContext, useContext, type ReactNode } from 'react'
import { Linking } from 'react-native'

type Follow = (href: string) => void

const Following = createContext<Follow>((href) => void Linking.openURL(href))
export const useFollow = () => useContext(Following)

/** The app says how a link is followed: `router.push` for its own screens. */
export function LinksProvider({ follow, children }: { follow: Follow; children: ReactNode }) {
  return <Following value={follow}>{children}</Following>
}
