import type { Operation } from '@buy-locals/contracts/operation'

type Word = string | number | boolean | undefined
type Loose = { params?: Record<string, Word>; query?: Record<string, Word | Word[]>; body?: unknown }

/** What an operation looks like on the wire. */
export function requestTo({ method, path }: Operation, input: unknown) {
  const { params = {}, query = {}, body } = input as Loose
  const named = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) if (item !== undefined) search.append(name, String(item))
  }
  const isBytes = typeof body === 'string' || body instanceof Uint8Array
  return {
    method: method.toUpperCase(),
    path: `/v1${named}${search.size ? `?${search.toString()}` : ''}`,
    headers: body === undefined || isBytes ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
  }
}
