import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Server as NetServer, Socket } from 'node:net'
import type { Config } from './config.ts'
import { within } from './lifetime.ts'
import { sendNotYet, refuseWhileClosed } from './not-yet.ts'
import type { Readiness } from './readiness.ts'

export type Listener = {
  server: Server
  url: string
  /** From now on requests are answered by this; before it with 503. */
  serve(application: RequestListener): void
  /** Lets the requests under way end, but not for long, and closes every other connection at once. */
  close(): Promise<void>
}

const patienceMs = 3_000

/** Takes the address before anything else starts, because tokens and webhooks name it. */
export async function listen({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>, readiness: Readiness): Promise<Listener> {
  const { server, serve, close } = openServer(readiness)
  return { server, url: await listenAt(server, { HOST, PORT }), serve, close }
}

/** Resolves with the address. */
export async function listenAt(server: NetServer, { HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): Promise<string> {
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(explain(error, HOST, PORT)))
    server.listen(PORT, HOST, done)
  })
  const { port } = server.address() as AddressInfo
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  return `http://${host}:${port}`
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} of ${host} is taken by another program: stop that, or set another PORT`)
  if (error.code === 'EACCES') return new Error(`Port ${port} may not be opened by this account: set another PORT`)
  if (error.code === 'EADDRNOTAVAIL') return new Error(`This machine has no address ${host}: set another HOST`)
  return error
}

/** An HTTP server that knows which of its connections are at work. */
export function openServer(readiness: Readiness): Pick<Listener, 'server' | 'serve' | 'close'> {
  const atWork = new Map<Socket, number>()
  let idle = Promise.withResolvers<void>()
  let isClosing = false
  let respond: RequestListener = (req, res) => {
    if (req.url === '/health/live') return void res.setHeader('content-type', 'application/json').end('{"status":"ok"}')
    if (req.url !== '/health/ready') return sendNotYet(req, res, readiness.closedFor() ?? 'interrupted')
    res.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' })
    res.end(JSON.stringify({ status: 'waiting', awaited: readiness.awaited() }))
  }
  const server = createServer((req, res) => {
    const { socket } = req
    atWork.set(socket, (atWork.get(socket) ?? 0) + 1)
    res.once('close', () => {
      const left = (atWork.get(socket) ?? 1) - 1
      if (left > 0) return void atWork.set(socket, left)
      atWork.delete(socket)
      if (isClosing) socket.destroySoon()
      if (atWork.size === 0) idle.resolve()
    })
    if (!refuseWhileClosed(readiness, req, res)) respond(req, res)
  })
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return {
    server,
    serve: (application) => {
      respond = application
    },
    close: async () => {
      isClosing = true
      idle = Promise.withResolvers()
      const closed = server.listening ? new Promise((done) => server.close(done)) : undefined
      for (const socket of open) if (!atWork.has(socket)) socket.destroy()
      if (atWork.size > 0) await within(patienceMs, idle.promise)
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
