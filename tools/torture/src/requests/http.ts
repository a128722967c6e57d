import { Agent, request } from 'node:http'

/** As it is sent, so that it may be invalid in any way. */
export type HttpRequest = {
  method: string
  path: string
  headers: Record<string, string | string[]>
  body?: string | Buffer
}
export type HttpResponse = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }
export type Send = (request: HttpRequest) => Promise<HttpResponse>

/** Unlike `fetch` it sends any path, any header twice, and a body with GET. */
export function httpClient(url: string): { send: Send; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const { hostname, port } = new URL(url)
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
        const sent = request({ agent, hostname, port, method, path, headers: { ...length, ...headers } }, (res) => {
          const chunks: Buffer[] = []
          res.on('data', (chunk: Buffer) => chunks.push(chunk))
          res.once('error', reject)
          res.once('end', () =>
            resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
          )
        })
        sent.once('error', reject)
        sent.end(body)
      }),
    close: () => agent.destroy(),
  }
}

export const headerOf = ({ headers }: HttpResponse, name: string): string => String(headers[name] ?? '')
export const jsonOf = ({ body }: HttpResponse): unknown => JSON.parse(body.toString())
