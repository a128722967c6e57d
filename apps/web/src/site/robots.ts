import type { LoaderArgs } from '../server/visit'

const disallowed = ['/bookings', '/account', '/notifications', '/sign-in', '/sign-up', '/verify-email', '/forgot-password', '/reset-password', '/v1/', '/dashboard', '/places', '/in-browser'] // prettier-ignore

export function loader({ context: { publicUrl } }: LoaderArgs) {
  const lines = [
    'User-agent: *',
    ...disallowed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
