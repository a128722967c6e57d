import { createContext, useContext, type AnchorHTMLAttributes, type ComponentType, type ReactNode } from 'react'

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }
type Anchor = ComponentType<AnchorProps> | 'a'

const AnchorContext = createContext<Anchor>('a')
export const useAnchor = () => useContext(AnchorContext)

/** The app says how a link is followed: its router's link, taking `href` and every attribute of an `<a>`. */
export function LinksProvider({ anchor, children }: { anchor: ComponentType<AnchorProps>; children: ReactNode }) {
  return <AnchorContext value={anchor}>{children}</AnchorContext>
}
