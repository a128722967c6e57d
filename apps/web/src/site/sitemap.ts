import { readSitemap } from '@buy-locals/contracts/business/operations'
import type { LoaderArgs } from '../server/visit'
import { sitemapResponse } from './sitemap-xml'

/** An index: how many businesses there are decides how many pages it names. */
export async function loader({ context: { callApi, publicUrl } }: LoaderArgs) {
  const { pages } = await callApi(readSitemap, {})
  const files = ['site.xml', ...Array.from({ length: pages }, (_, page) => `businesses-${page}.xml`)]
  return sitemapResponse(
    { list: 'sitemapindex', entry: 'sitemap' },
    files.map((file) => `${publicUrl}/sitemaps/${file}`),
  )
}
