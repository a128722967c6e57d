import type { Asked } from '../server/asked'

const closed = ['/bookings', '/notifications', '/sign-in', '/sign-up', '/verify-email', '/forgot-password', '/reset-password', '/v1/', '/dashboard', '/places'] // prettier-ignore

export function loader({ context: { publicUrl } }: Asked) {
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${publicUrl}/sitemap.xml`, '']
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
