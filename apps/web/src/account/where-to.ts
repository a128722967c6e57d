/** Where somebody wanted to go before signing in; only ever a place on this site. */
export function whereTo(params: URLSearchParams): string {
  const to = params.get('to') ?? ''
  return /^\/(?![/\\])/.test(to) ? to : '/'
}
