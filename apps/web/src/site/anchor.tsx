import { Link, type LinkProps } from 'react-router'
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
    <SiteLink to={href} prefetch="intent" {...attributes}>
      {children}
    </SiteLink>
  )
}

const isServer = typeof document === 'undefined'

/** The router's link. On the server, where nobody presses it, it is only what comes of it: a page has dozens. */
export function SiteLink({ prefetch, preventScrollReset, ...props }: LinkProps & { to: string }) {
  if (isServer && props.to.startsWith('/')) {
    const { to, children, ...attributes } = props
    return (
      <a {...attributes} href={to} data-discover="true">
        {children}
      </a>
    )
  }
  return <Link {...props} {...(prefetch && { prefetch })} {...(preventScrollReset && { preventScrollReset })} />
}
