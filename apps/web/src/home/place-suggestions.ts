import { findPlaces } from '@buy-locals/contracts/business/operations'
import { suggestedTowns, townsQuery } from '@buy-locals/features/place/find-place'
import type { LoaderArgs } from '../server/visit'

/** What the field for the place proposes while one types. */
export async function loader({ request, context }: LoaderArgs) {
  const query = townsQuery(new URL(request.url).searchParams.get('q') ?? '')
  const { items } = query ? await context.callApi(findPlaces, { query }) : { items: [] }
  return { items: suggestedTowns(items) }
}
