import { Link } from 'react-router'
import type { AnchorProps } from '@buy-locals/ui/links'

const isOurs = (href: string) => /^\/(?!\/|dashboard|v1|docs|dev\b)/.test(href) || href.startsWith('?')

/** Pages of this site without a reload; everything else as any link. */
export function Anchor({ href, children, ...attributes }: AnchorProps) {
  if (!isOurs(href)) {
    return (
      <a href={href} {...attributes}>
        {children}
      </a>
    )
  }
  return (
    <Link to={href} prefetch="intent" {...attributes}>
      {children}
    </Link>
  )
}
