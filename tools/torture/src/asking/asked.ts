import { randomUUID } from 'node:crypto'
import type { Input, Operation } from '@buy-locals/contracts/operation'
import { requestTo } from '@buy-locals/service-kit/testing/request'
import type { Wire } from './send.ts'

type Words = Record<string, string | number | boolean>

/** One request to one operation, good as it stands for whoever may make it. */
export type Asked = {
  operation: Operation
  params: Words
  query: Words
  body: unknown
  headers: Record<string, string>
  /** Opens the booking that it is about to a guest. */
  link?: string | undefined
}

type More = { headers?: Record<string, string>; link?: string | undefined }

export function asked<O extends Operation>(operation: O, input: Input<O>, { headers = {}, link }: More = {}): Asked {
  const { params = {}, query = {}, body } = input as { params?: Words; query?: Words; body?: unknown }
  return { operation, params, query, body, headers, link }
}

export const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

export function wireOf({ operation, headers, ...input }: Asked, credentials: Record<string, string>): Wire {
  const { method, path, headers: own, body } = requestTo(operation, input)
  const key = operation.idempotent ? { 'idempotency-key': randomUUID() } : {}
  return {
    method,
    path,
    headers: { ...own, ...key, ...headers, ...credentials },
    ...(body !== undefined && { body: asBytes(body) }),
  }
}

const asBytes = (body: string | Uint8Array) => (typeof body === 'string' ? body : Buffer.from(body))
