/** What a page reads from its address. Anything else in it is not shown to pages, and makes no other page of one. */
const parametersOfPages = new Set([
  ...['q', 'exact', 'near', 'place', 'where', 'radius', 'category', 'open', 'on', 'part', 'rated', 'sort', 'pages'],
  ...['reviews', 'cursor', 'to', 'staff', 'people', 'from', 'at', 'redirect_status'],
  'lang',
  ...['_routes', 'index'], // of React Router itself
])

/** The path, and the parameters that mean something, in one order. */
export function pageAddress(url: string): string {
  const [path = '', ...rest] = url.split('?')
  if (rest.length === 0 || path.startsWith('/__manifest')) return url
  const all = new URLSearchParams(rest.join('?'))
  const meant = new URLSearchParams([...all].filter(([name]) => parametersOfPages.has(name)))
  meant.sort()
  return meant.size ? `${path}?${meant}` : path
}
