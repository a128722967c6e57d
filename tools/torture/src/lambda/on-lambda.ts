import type { Running } from '@buy-locals/server/start'
import { lambdaHttp } from '@buy-locals/service-kit/hosts/lambda-http'
import type { Answer, Wire } from '../asking/send.ts'

type Ask = ReturnType<typeof lambdaHttp>
type Event = Parameters<Ask>[0]
type Context = Parameters<Ask>[1]

/** The application as API Gateway's HTTP API asks it, payload format 2.0, and its answer as API Gateway gives it on. */
export function onLambda(app: Running['app']): (wire: Wire, more?: { asBytes?: boolean }) => Promise<Answer> {
  const answer = lambdaHttp(app)
  return async (wire, { asBytes = false } = {}) => {
    const {
      statusCode = 0,
      headers = {},
      cookies,
      body = '',
      isBase64Encoded,
    } = await answer(eventOf(wire, asBytes), {} as Context)
    const plain = Object.entries(headers).map(([name, value]) => [name, String(value)])
    return {
      status: statusCode,
      headers: { ...Object.fromEntries(plain), ...(cookies?.length && { 'set-cookie': cookies }) },
      body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    }
  }
}

/** As recorded from API Gateway: small header names, values of one name in one line, cookies apart, bytes as base64. */
function eventOf({ method, path, headers, body }: Wire, asBytes: boolean): Event {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  const { cookie, ...others } = headers
  const given = Object.entries(others).map(([name, value]) => [name.toLowerCase(), String(value)])
  const host = 'abcdef1234.execute-api.us-east-1.amazonaws.com'
  const userAgent = 'Mozilla/5.0'
  return {
    version: '2.0',
    routeKey: '$default',
    ...{ rawPath: decodeURI(rawPath), rawQueryString },
    ...(cookie && { cookies: [cookie].flat() }),
    headers: {
      ...Object.fromEntries(given),
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
