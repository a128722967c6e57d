import { Link } from 'react-router'
import type { AnchorProps } from '@buy-locals/ui/links'

/** Pages of the dashboard are followed without leaving it; all else as browsers do. */
export function RouterAnchor({ href, ...anchor }: AnchorProps) {
  return /^(#|[a-z]+:)/.test(href) ? <a {...anchor} href={href} /> : <Link {...anchor} to={href} />
}
