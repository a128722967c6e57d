/** Where somebody wanted to go before signing in; only ever a path of this site, read as a browser reads it. */
export function returnPath(to: string | null): string {
  const base = 'http://site.invalid'
  const url = URL.parse(to ?? '', base)
  return url?.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}
