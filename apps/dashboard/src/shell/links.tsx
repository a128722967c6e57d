import { Link } from 'react-router'
import type { AnchorProps } from '@buy-locals/ui/links'

/** Pages of the dashboard are shown without a reload; everything else as any link. */
export function RouterAnchor({ href, children, ...anchor }: AnchorProps) {
  if (/^(#|[a-z]+:)/.test(href)) {
    return (
      <a {...anchor} href={href}>
        {children}
      </a>
    )
  }
  return (
    <Link {...anchor} to={href}>
      {children}
    </Link>
  )
}

/** A page of the public site, which has the same origin and another router. */
export const siteUrl = (path: string) => new URL(path, location.origin).href
