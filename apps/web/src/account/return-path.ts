import { redirect, useSearchParams } from 'react-router'
import type { LoaderArgs } from '../server/visit'

/** Where somebody wanted to go before signing in; only ever a place on this site, read as a browser reads it. */
export function returnPath(params: URLSearchParams): string {
  const base = 'http://site.invalid'
  const to = URL.parse(params.get('to') ?? '', base)
  return to?.origin === base && !to.pathname.startsWith('//') ? to.pathname + to.search + to.hash : '/'
}

export const useReturnPath = () => returnPath(useSearchParams()[0])

/** Whoever is signed in already goes on at once. */
export function skipIfSignedIn({ request, context: { me } }: LoaderArgs): undefined {
  if (me) throw redirect(returnPath(new URL(request.url).searchParams))
}
