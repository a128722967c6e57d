type Params = Record<string, string | string[] | undefined>

/** The whole address of a screen that has no file: the router gives its parts, what stands behind `#` among them. */
export function addressOf(pathname: string, { 'not-found': _, '#': fragment, ...params }: Params): string {
  const search = new URLSearchParams()
  for (const [name, values] of Object.entries(params))
    for (const value of [values].flat()) if (value !== undefined) search.append(name, value)
  const query = search.toString()
  return pathname + (query && `?${query}`) + (fragment ? `#${String(fragment)}` : '')
}
