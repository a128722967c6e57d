import { randomUUID } from 'node:crypto'
import type { Input, Operation } from '@buy-locals/contracts/operation'
import { requestTo } from '@buy-locals/service-kit/testing/request'
import type { Subject } from '../two-markets/bookings.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import type { Caller } from './callers.ts'
import type { HttpRequest } from './http.ts'

type Params = Record<string, string | number | boolean>

/** A valid request to one operation, for whoever may send it. */
export type ApiRequest = {
  operation: Operation
  params: Params
  query: Params
  body: unknown
  headers: Record<string, string>
  /** Gives a guest access to the booking that the request is about. */
  manageToken?: string | undefined
  /** Of somebody made for this request alone, who sends it in the place of whoever is signed in. */
  ownToken?: string | undefined
}

/** Prepares whatever the request of that caller needs, and returns it. What the request changes is not used by any other request. */
export type MakeRequest = (markets: TwoMarkets, subject: Subject, caller: Caller) => Promise<ApiRequest>
export type RequestMakers = Record<string, MakeRequest>

type Options = { headers?: Record<string, string>; manageToken?: string | undefined; ownToken?: string }

export function apiRequest<O extends Operation>(
  operation: O,
  input: Input<O>,
  { headers = {}, manageToken, ownToken }: Options = {},
): ApiRequest {
  const { params = {}, query = {}, body } = input as { params?: Params; query?: Params; body?: unknown }
  return { operation, params, query, body, headers, manageToken, ownToken }
}

export const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

export function toHttp(
  { operation, headers: additional, ...input }: ApiRequest,
  credentials: Record<string, string>,
): HttpRequest {
  const { method, path, headers, body } = requestTo(operation, input)
  const key = operation.idempotent ? { 'idempotency-key': randomUUID() } : {}
  return {
    method,
    path,
    headers: { ...headers, ...key, ...additional, ...credentials },
    ...(body !== undefined && { body: typeof body === 'string' ? body : Buffer.from(body) }),
  }
}
