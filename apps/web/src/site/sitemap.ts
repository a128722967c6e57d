import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Visit } from '../server/visit'
import type { LoaderArgs } from '../server/visit'

/** A sitemap holds at most 50 000 addresses; the best rated come first, so that real businesses are never crowded out. */
const pagesPerMarket = 40

export async function loader({ context }: LoaderArgs) {
  const pages = await Promise.all(context.markets.map(({ location }) => listSlugsNear(context, location)))
  const urls = ['/', '/credits', '/terms', '/privacy', ...new Set(pages.flat().map((slug) => `/b/${slug}`))]
  const entries = urls.map((path) => `<url><loc>${context.publicUrl}${path}</loc></url>`)
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ]
  return new Response(xml.join('\n'), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

/** What no owner wrote, and what is made up, is not for search engines. */
async function listSlugsNear({ callApi }: Visit, { lat, lon }: { lat: number; lon: number }): Promise<string[]> {
  const slugs: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < pagesPerMarket; page++) {
    const query = { near: `${lat},${lon}`, radius: 100_000, sort: 'rating' as const, limit: 100, cursor }
    const found = await callApi(searchBusinesses, { query })
    slugs.push(...found.items.filter(({ source }) => !source).map(({ slug }) => slug))
    cursor = found.nextCursor
    if (!cursor) break
  }
  return slugs
}
