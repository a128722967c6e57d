import { line } from '@buy-locals/contracts/shapes'
import { findPlaces } from '@buy-locals/contracts/business/operations'
import type { LoaderArgs } from '../server/visit'

/** What the field for the place proposes while one types. */
export async function loader({ request, context }: LoaderArgs) {
  const q = line(120).safeParse(new URL(request.url).searchParams.get('q')?.slice(0, 120)).data ?? ''
  const { items } = q.length < 2 ? { items: [] } : await context.callApi(findPlaces, { query: { q, kind: 'town' } })
  return { items: [...new Map(items.map((place) => [place.label, place])).values()].slice(0, 6) }
}
