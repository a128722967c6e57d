/** Where somebody wanted to go before signing in; only ever a place on this site, as a browser reads it. */
export function whereTo(params: URLSearchParams): string {
  const here = 'http://here.invalid'
  const to = URL.parse(params.get('to') ?? '', here)
  return to?.origin === here && !to.pathname.startsWith('//') ? to.pathname + to.search + to.hash : '/'
}
