import type { Answer } from '../asking/send.ts'

/** Of the connection, or of the moment. */
const ofTheHost = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'x-request-id']

/** An answer without what is new in every answer: ids, versions, times, secrets. */
export function essence({ status, headers, body }: Answer) {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !ofTheHost.includes(name))
  return {
    status,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, [value ?? []].flat().map(general)])),
    body: general(body.toString()),
  }
}

const general = (words: string): string =>
  words
    .replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'TOKEN')
    .replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g, 'ID')
    .replaceAll(/\bpi_\w+/g, 'INTENT')
    .replaceAll(/\/onboarding\/\w+/g, 'ONBOARDING')
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'UUID')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?Z)?/g, 'TIME')
    .replaceAll(/\b\d{8}T\d{6}Z/g, 'TIME')
    .replaceAll(/"version":\d+/g, '"version":N')
    .replaceAll(/^(W\/)?"\d*-?[\w-]*"$/g, 'ETAG')
    .replaceAll(/[\w-]{43,}/g, 'SECRET')
    .replaceAll(/a-new-shop[\w-]*|draft-[\w-]*/g, 'SLUG')
