import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { Express } from 'express'
import serverless from 'serverless-http'

type LambdaHttp = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

/** The application behind an API Gateway HTTP API, payload format 2.0. */
export function lambdaHttp(app: Express): LambdaHttp {
  const respond = serverless(app, { binary: (headers: Record<string, string>) => !isText(headers) })
  return async (event, context) => (await respond(withLength(event), context)) as APIGatewayProxyStructuredResultV2
}

/** Where nothing came, serverless-http would say so with the number 0, which no header is. */
const withLength = (event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 =>
  event.body ? event : { ...event, headers: { ...event.headers, 'content-length': '0' } }

function isText(headers: Record<string, string>): boolean {
  const type = headers['content-type']
  const isPlain = headers['content-encoding'] === undefined || headers['content-encoding'] === 'identity'
  return isPlain && (type === undefined || /^text\/|[/+]json\b|[/+]xml\b|javascript/.test(type))
}
