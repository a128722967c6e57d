import { createContext, useContext, type AnchorHTMLAttributes, type ComponentType, type ReactNode } from 'react'

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }
type Anchor = ComponentType<AnchorProps> | 'a'

const AnchorContext = createContext<Anchor>('a')
export const useAnchor = () => useContext(AnchorContext)

/** The app gives the link of its router, which takes `href` and every attribute of an `<a>`. */
export function LinksProvider({ anchor, children }: { anchor: ComponentType<AnchorProps>; children: ReactNode }) {
  return <AnchorContext value={anchor}>{children}</AnchorContext>
}
