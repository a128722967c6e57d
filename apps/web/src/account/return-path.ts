import { redirect, useSearchParams } from 'react-router'
import { returnPath } from '@buy-locals/features/session/return-path'
import type { LoaderArgs } from '../server/visit'

export const useReturnPath = () => returnPath(useSearchParams()[0].get('to'))

/** Whoever is signed in already goes on at once. */
export function skipIfSignedIn({ request, context: { me } }: LoaderArgs): undefined {
  if (me) throw redirect(returnPath(new URL(request.url).searchParams.get('to')))
}
