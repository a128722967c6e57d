import type { Running } from '@buy-locals/server/start'
import { lambdaHttp } from '@buy-locals/service-kit/hosts/lambda-http'
import type { HttpRequest, HttpResponse } from './requests/http.ts'

type HandleEvent = ReturnType<typeof lambdaHttp>
type Event = Parameters<HandleEvent>[0]
type Context = Parameters<HandleEvent>[1]
type Invoke = (request: HttpRequest, options?: { asBytes?: boolean }) => Promise<HttpResponse>

/** Calls the application as API Gateway's HTTP API does, payload format 2.0, and returns the response as API Gateway sends it on. */
export function lambdaClient(app: Running['app']): Invoke {
  const handle = lambdaHttp(app)
  return async (request, { asBytes = false } = {}) => {
    const {
      statusCode = 0,
      headers = {},
      cookies,
      body = '',
      isBase64Encoded,
    } = await handle(toEvent(request, asBytes), {} as Context)
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)])
    return {
      status: statusCode,
      headers: { ...Object.fromEntries(texts), ...(cookies?.length && { 'set-cookie': cookies }) },
      body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    }
  }
}

/** As recorded from API Gateway: lower-case header names, values of one name joined, cookies apart, bytes as base64. */
function toEvent({ method, path, headers, body }: HttpRequest, asBytes: boolean): Event {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  const { cookie, ...others } = headers
  const sent = Object.entries(others).map(([name, value]) => [name.toLowerCase(), String(value)])
  const host = 'abcdef1234.execute-api.us-east-1.amazonaws.com'
  const userAgent = 'Mozilla/5.0'
  return {
    version: '2.0',
    routeKey: '$default',
    ...{ rawPath: decodeURI(rawPath), rawQueryString },
    ...(cookie && { cookies: [cookie].flat() }),
    headers: {
      ...Object.fromEntries(sent),
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      ...{ host, 'user-agent': userAgent, 'x-amzn-trace-id': 'Root=1-67e2f1b0-3c9a7f2e5d8b4a6c1e0f9d3b' },
      ...{ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-port': '443', 'x-forwarded-proto': 'https' },
    },
    requestContext: {
      ...{ accountId: '123456789012', apiId: 'abcdef1234', domainName: host, domainPrefix: 'abcdef1234' },
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent },
      ...{ requestId: 'H4kJhgTsoAMEPWQ', routeKey: '$default', stage: '$default' },
      ...{ time: '20/Mar/2026:08:00:00 +0000', timeEpoch: 1_774_000_800_000 },
    },
    ...(body !== undefined && { body: asBytes ? Buffer.from(body).toString('base64') : body.toString() }),
    isBase64Encoded: asBytes,
  }
}

const connectionHeaders = [
  ...['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'x-request-id'],
]

/** A response without what is different in every response: ids, versions, times, secrets. */
export function normalize({ status, headers, body }: HttpResponse) {
  const compared = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !connectionHeaders.includes(name),
  )
  return {
    status,
    headers: Object.fromEntries(compared.map(([name, value]) => [name, [value ?? []].flat().map(normalizeText)])),
    body: normalizeText(body.toString()),
  }
}

const normalizeText = (text: string): string =>
  text
    .replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'TOKEN')
    .replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g, 'ID')
    .replaceAll(/"(policy|signature)":"[^"]+"/g, '"$1":"SIGNED"')
    .replaceAll(/\bpi_\w+/g, 'INTENT')
    .replaceAll(/\bgwen-\d+@/g, 'GUEST@')
    .replaceAll(/\/onboarding\/\w+/g, 'ONBOARDING')
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'UUID')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?Z)?/g, 'TIME')
    .replaceAll(/\b\d{8}T\d{6}Z/g, 'TIME')
    .replaceAll(/"version":\d+/g, '"version":N')
    .replaceAll(/^(W\/)?"\d*-?[\w-]*"$/g, 'ETAG')
    .replaceAll(/[\w-]{43,}/g, 'SECRET')
    .replaceAll(/\+1208555\d{4}"/g, 'PHONE"')
    .replaceAll(/\b[A-Z2-7]{32}\b/g, 'TOTP')
    .replaceAll(/\b([\da-z]{4}-){3}[\da-z]{4}\b/g, 'RECOVERY')
    .replaceAll(/a-new-shop[\w-]*|draft-[\w-]*|nobodys-[\w-]*/g, 'SLUG')
