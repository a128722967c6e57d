import { Agent, request } from 'node:http'

/** A request as bytes on the wire, so that it may be as wrong as anybody can make it. */
export type Wire = { method: string; path: string; headers: Record<string, string | string[]>; body?: string | Buffer }
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }
export type Send = (wire: Wire) => Promise<Answer>

/** Unlike `fetch` it sends what it is given: any path, any header twice, a body with GET. */
export function sender(url: string): { send: Send; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const { hostname, port } = new URL(url)
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((done, failed) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
        const asked = request({ agent, hostname, port, method, path, headers: { ...length, ...headers } }, (res) => {
          const chunks: Buffer[] = []
          res.on('data', (chunk: Buffer) => chunks.push(chunk))
          res.once('error', failed)
          res.once('end', () =>
            done({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
          )
        })
        asked.once('error', failed)
        asked.end(body)
      }),
    close: () => agent.destroy(),
  }
}

export const wordOf = ({ headers }: Answer, name: string): string => String(headers[name] ?? '')
export const jsonOf = ({ body }: Answer): unknown => JSON.parse(body.toString())
