import { redirect } from 'react-router'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import type { LoaderArgs } from '../server/visit'
import { shareCardPath, toShareCard } from './share-card'

/** What is on the picture of a business. An address from before a change leads to that of today. */
export async function loader({ params, request, context: { callApi, locale } }: LoaderArgs) {
  const business = await callApi(readBusiness, { params: { businessId: params['businessId'] ?? '' } }).catch(
    ignoreHidden,
  )
  if (business?.status !== 'published') throw new Response(null, { status: 404 })
  const card = toShareCard(business, locale)
  const path = shareCardPath(card, business.id, locale)
  return path === new URL(request.url).pathname ? Response.json(card) : redirect(path)
}
