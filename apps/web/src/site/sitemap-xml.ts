const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

type Kind = { list: 'sitemapindex' | 'urlset'; entry: 'sitemap' | 'url' }

/** Addresses of ours alone, which are slugs and need no escaping. */
export function sitemapResponse({ list, entry }: Kind, addresses: readonly string[]): Response {
  const entries = addresses.map((address) => `<${entry}><loc>${address}</loc></${entry}>`)
  const xml = ['<?xml version="1.0" encoding="UTF-8"?>', `<${list} ${namespace}>`, ...entries, `</${list}>`, '']
  return new Response(xml.join('\n'), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
