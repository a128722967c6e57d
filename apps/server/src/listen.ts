import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from './config.ts'

export type Listener = {
  server: Server
  url: string
  /** From now on requests are answered by this; before it with 503. */
  serve(application: RequestListener): void
}

/** Takes the address before anything else starts, because tokens and webhooks name it. */
export async function listen({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): Promise<Listener> {
  let respond: RequestListener = (_req, res) => void res.writeHead(503, { 'retry-after': '1' }).end()
  const server = createServer((req, res) => respond(req, res))
  await new Promise<void>((done, failed) => server.once('error', failed).listen(PORT, HOST, done))
  const { port } = server.address() as AddressInfo
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  return {
    server,
    url: `http://${host}:${port}`,
    serve: (application) => {
      respond = application
    },
  }
}
