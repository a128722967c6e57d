import { Link } from 'react-router'
import type { AnchorProps } from '@buy-locals/ui/links'

/** Pages of the dashboard are followed without leaving it; all else as browsers do. */
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
