import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { Express } from 'express'
import { lambdaHttp } from './lambda-http.ts'

/** `fetch` of what this process answers itself: without a connection it takes a fifth of the time. */
export function inProcessFetch(app: Express): typeof fetch {
  const respond = lambdaHttp(app)
  return async (input, init = {}) => {
    const { host, pathname, search } = new URL(input instanceof Request ? input.url : input)
    const method = init.method ?? 'GET'
    const event = {
      version: '2.0',
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers: { ...Object.fromEntries(new Headers(init.headers)), host },
      requestContext: { http: { method, path: pathname, sourceIp: '127.0.0.1' } },
      isBase64Encoded: false,
      ...(typeof init.body === 'string' && { body: init.body }),
    }
    const { statusCode, headers, cookies, body } = await respond(
      event as unknown as APIGatewayProxyEventV2,
      {} as Context,
    )
    const response = new Response(body || null, {
      status: statusCode ?? 500,
      headers: headers as Record<string, string>,
    })
    for (const cookie of cookies ?? []) response.headers.append('set-cookie', cookie)
    return response
  }
}
