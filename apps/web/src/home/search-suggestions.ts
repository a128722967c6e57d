import { findSuggestions } from '@buy-locals/contracts/business/operations'
import { line } from '@buy-locals/contracts/shapes'
import type { LoaderArgs } from '../server/visit'
import { parseSearch } from './search'

/** What the field for what one looks for proposes while one types. */
export async function loader({ request, context }: LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const q = line(80).safeParse(searchParams.get('q')?.slice(0, 80)).data ?? ''
  const { near } = parseSearch(searchParams)
  const place = near ?? context.markets[0]?.location
  if (q.length < 2 || !place) return { q, items: [] }
  const { items } = await context.callApi(findSuggestions, { query: { q, near: `${place.lat},${place.lon}` } })
  return { q, items }
}

export type Suggestion = Awaited<ReturnType<typeof loader>>['items'][number]
