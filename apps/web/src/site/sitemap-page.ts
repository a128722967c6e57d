import { LRUCache } from 'lru-cache'
import type { Api } from '@buy-locals/api-client/api'
import { readSitemapPage } from '@buy-locals/contracts/business/operations'
import { throwPageError } from '../api/loader-errors'
import type { LoaderArgs } from '../server/visit'
import { sitemapResponse } from './sitemap-xml'

/** A crawler takes its time: what it reads may be as old as this. */
const oldestMs = 60_000

const pages = new LRUCache<string, string[], { callApi: Api; page: number }>({
  max: 10, // of ten thousand addresses each
  ttl: oldestMs,
  fetchMethod: async (_key, _stale, { context: { callApi, page } }) =>
    (await callApi(readSitemapPage, { params: { page } })).slugs,
})

/** What no owner wrote, and what is made up, is not for search engines: the API leaves it out. */
export async function loader({ params: { file = '' }, context: { callApi, publicUrl } }: LoaderArgs) {
  const page = /^businesses-(0|[1-9]\d{0,4})\.xml$/.exec(file)?.[1]
  if (page === undefined && file !== 'site.xml') throw new Response(null, { status: 404 })
  const paths =
    page === undefined
      ? ['/', '/credits', '/terms', '/privacy']
      : (await listSlugs(callApi, publicUrl, Number(page))).map((slug) => `/b/${slug}`)
  return sitemapResponse(
    { list: 'urlset', entry: 'url' },
    paths.map((path) => publicUrl + path),
  )
}

const listSlugs = (callApi: Api, publicUrl: string, page: number): Promise<string[]> =>
  pages.forceFetch(`${publicUrl} ${page}`, { context: { callApi, page } }).catch(throwPageError)
