import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { Refusal } from './refusal.ts'

export type Options = {
  /** Made by the client, once per intention: a repeated press gives the same key. */
  idempotencyKey?: string
  ifMatch?: number
  headers?: Record<string, string>
  signal?: AbortSignal
}

export type Api = <O extends Operation>(operation: O, input: Input<O>, options?: Options) => Promise<Output<O>>

type Settings = {
  /** Origin of the API; '' is the page's own. */
  baseUrl: string
  headers?: () => Record<string, string> | Promise<Record<string, string>>
  fetch?: typeof globalThis.fetch
  /** Gets a new access token; true where asking again makes sense. `sentAt` is on the clock of `performance.now`. */
  renew?: (operation: Operation, sentAt: number) => Promise<boolean>
  /** Where that did not help: has somebody sign in again in place, and then sends the same request once more. */
  signInAgain?: (operation: Operation) => Promise<boolean>
  /** Where the second factor has to be shown again: true once it is, and then the same request is sent once more. */
  confirm?: () => Promise<boolean>
  /** Sees every response before it is read. */
  onResponse?: (response: Response) => void
  /** How often a `not-yet` is retried. */
  patience?: number
}

type ParamValue = string | number | boolean
type RequestParts = {
  params?: Record<string, ParamValue>
  query?: Record<string, ParamValue | undefined>
  body?: unknown
}

/** One function for every operation. Throws `Refusal` for every problem, and what `fetch` throws where nothing answered. */
export function api(settings: Settings): Api {
  const send: typeof fetch = settings.fetch ?? ((...request) => globalThis.fetch(...request))
  return async function call<O extends Operation>(
    operation: O,
    input: Input<O>,
    options: Options = {},
  ): Promise<Output<O>> {
    const parts = input as RequestParts
    const key = operation.idempotent ? (options.idempotencyKey ?? newIdempotencyKey()) : undefined
    const url = address(settings.baseUrl, operation, parts)
    let patience = settings.patience ?? 3
    let mayRenew = operation.throttle !== 'identity'
    let maySignIn = mayRenew
    let mayConfirm = true
    for (;;) {
      const sentAt = performance.now()
      const response = await send(url, {
        method: operation.method.toUpperCase(),
        credentials: 'include',
        ...(options.signal && { signal: options.signal }),
        headers: {
          accept: 'application/json',
          ...(parts.body !== undefined && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
          ...(options.ifMatch !== undefined && { 'if-match': `"${options.ifMatch}"` }),
          ...(await settings.headers?.()),
          ...options.headers,
        },
        ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
      })
      settings.onResponse?.(response)
      if (response.ok) return (await content(response)) as Output<O>
      const refusal = await refusalOf(response)
      if (refusal.code === 'not-yet' && patience-- > 0) await pause(refusal.retryAfter ?? 1)
      else if (refusal.code === 'unauthenticated' && mayRenew && (await settings.renew?.(operation, sentAt)))
        mayRenew = false
      else if (refusal.code === 'unauthenticated' && maySignIn && (await settings.signInAgain?.(operation)))
        maySignIn = false
      else if (refusal.code === 'auth/confirmation-needed' && mayConfirm && (await settings.confirm?.()))
        mayConfirm = false
      else throw refusal
    }
  }
}

/** Where an operation is asked: for links, and for whoever brings a `fetch` of their own. */
export function address(baseUrl: string, operation: Operation, { params = {}, query = {} }: RequestParts): string {
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.append(name, String(value))
  const text = search.toString()
  return `${baseUrl}/v1${path}${text && `?${text}`}`
}

/** 128 random bits. */
export const newIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

async function content(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const isJson = response.headers.get('content-type')?.includes('json')
  return isJson ? response.json() : (await response.text()) || undefined
}

async function refusalOf(response: Response): Promise<Refusal> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json')
  const members = isProblem ? ((await response.json()) as Record<string, unknown>) : {}
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new Refusal(response.status, members, Number.isFinite(retryAfter) ? retryAfter : undefined)
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))
