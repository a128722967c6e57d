import { createServer, request } from 'node:http'
import { networkInterfaces } from 'node:os'

// Runs on any Node and imports no package.

/** What a phone is for: the API, pushes to open screens, pictures and the pages of the site that the app leads to. Whatever moves time, controls the simulator or reads other people's mail is not among it, nor what a later release may add. */
const ofPhones = new Set([
  ...['v1', 'event', 'media', 'map', 'assets', '.well-known'],
  ...['b', 'bookings', 'account', 'sign-in', 'sign-up', 'forgot-password', 'reset-password', 'verify-email'],
  ...['help', 'terms', 'privacy', 'imprint', 'credits', 's', 'claim', 'unsubscribe', 'share', 'in-browser'],
  ...['dashboard', 'notifications', 'add-business', 'places', 'suggestions', '__manifest', '_root'],
])

/** Of the simulator, a card is confirmed by a phone, and its bank's page is shown there. */
const simulatorPath = '/payments-simulator'
const ofSimulator = /^\/(v1\/payment_intents\/pi_\w+\/confirm|authenticate\/pi_\w+)$/

/** Exactly as it is written: neither dots nor percent signs lead anywhere else. */
const isPlain = (path) => /^\/[\w.~:@!$&'()*+,;=/-]*$/.test(path) && !/(^|\/)\.\.?(\/|$)|\/\//.test(path)

/** A page of the site reads what the next one shows from the same address with `.data`. */
const firstOf = (path) => path.split('/')[1].replace(/\.data$/, '')

export const isForPhones = (path) => isPlain(path) && (path === '/' || ofPhones.has(firstOf(path)))

/** Of Metro, what opens programs on this machine or reads its files is not for phones. */
export const isOfBundles = (path) =>
  isPlain(path) && !/^\/(open-|json|debugger|inspector|rn-dev|_expo\/(debugger|mcp|plugins|atlas))/i.test(path)

/** An address of this machine in the network that it shares with phones; undefined where there is none. */
export const lanAddress = () =>
  Object.values(networkInterfaces())
    .flat()
    .find(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))?.address

/** Of a body, in either direction: photos are smaller, and so are bundles. */
const mostBytes = 64 * 1024 * 1024

function watchLength(body, most, onLonger) {
  let length = 0
  body.on('data', function count(part) {
    length += part.length
    if (length <= most) return
    body.off('data', count)
    onLonger()
  })
}

/** Is listened to on one address alone, and hands what phones may do on to a server that listens on this machine alone. */
export async function openLanGateway({ address, port, to, origins = [], isOpen = isForPhones, most = mostBytes }) {
  let own = `${address}:${port}`
  const mayCome = ({ host, origin }) =>
    host === own && (origin === undefined || [`http://${own}`, ...origins].includes(origin))
  let simulator
  /** Where a phone finds what the server says of itself. */
  const rename = (text) => {
    const ownUrl = new URL(to)
    const ofServer = text
      .replaceAll(ownUrl.origin, `http://${own}`)
      .replaceAll(ownUrl.origin.replace('http', 'ws'), `ws://${own}`)
    return simulator ? ofServer.replaceAll(simulator, `http://${own}${simulatorPath}`) : ofServer
  }
  const targetOf = (url) => {
    const [path] = url.split('?')
    if (simulator && path.startsWith(`${simulatorPath}/`)) {
      const rest = url.slice(simulatorPath.length)
      return ofSimulator.test(rest.split('?')[0]) ? { origin: simulator, path: rest } : undefined
    }
    return isOpen(path) ? { origin: to, path: url } : undefined
  }
  const send = (incoming, { origin, path }) => {
    const { host } = new URL(origin)
    const { 'accept-encoding': _, ...headers } = incoming.headers
    const hasOrigin = incoming.headers.origin !== undefined
    return request(origin + path, {
      method: incoming.method,
      headers: { ...headers, host, ...(hasOrigin && { origin }), 'x-forwarded-for': incoming.socket.remoteAddress },
    })
  }
  const refuse = (response, status, text) =>
    response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(`${text}\n`)

  const upgraded = new Set()
  const server = createServer((incoming, response) => {
    if (!mayCome(incoming.headers)) return refuse(response, 403, `Only ${own} is answered here`)
    const target = targetOf(incoming.url)
    if (!target) return refuse(response, 404, 'Nothing for phones is here')
    const outgoing = send(incoming, target)
    const fail = (text) => {
      if (response.writableEnded) return
      if (response.headersSent) response.destroy()
      else refuse(response, 502, text)
    }
    const stop = (status, text) => {
      if (response.headersSent) return response.destroy()
      refuse(response.setHeader('connection', 'close'), status, text)
      incoming.unpipe(outgoing).resume()
      outgoing.destroy()
    }
    const broken = ({ code }) =>
      fail(code === 'ECONNREFUSED' ? `No server answers at ${to}: run npm start` : `What ${to} answered broke off: try again`) // prettier-ignore
    outgoing.on('error', broken)
    incoming.on('error', () => outgoing.destroy())
    watchLength(incoming, most, () => stop(413, `At most ${most} bytes can be sent`))
    outgoing.on('response', (received) => {
      received.on('error', broken)
      const { 'content-length': length, ...headers } = received.headers
      const isText = /json|html/.test(headers['content-type'] ?? '')
      const renamed = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? rename(value) : value]),
      )
      if (!isText) {
        response.writeHead(received.statusCode, length ? { ...renamed, 'content-length': length } : renamed)
        return void received.pipe(response)
      }
      const parts = []
      received.on('data', (part) => parts.push(part))
      watchLength(received, most, () => stop(502, `What ${to} answered is longer than ${most} bytes`))
      received.on('end', () => {
        if (response.headersSent) return
        const text = Buffer.concat(parts).toString()
        if (incoming.url.startsWith('/v1/config')) simulator = /"apiBase":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(text)?.[1]
        response.writeHead(received.statusCode, renamed).end(rename(text))
      })
    })
    incoming.pipe(outgoing)
  })
  server.on('upgrade', (incoming, socket, head) => {
    upgraded.add(socket.once('close', () => upgraded.delete(socket)))
    socket.on('error', () => socket.destroy())
    const target = mayCome(incoming.headers) ? targetOf(incoming.url) : undefined
    if (!target || target.origin !== to) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    const outgoing = send(incoming, target)
    outgoing.on('error', () => socket.destroy())
    outgoing.on('response', () => socket.destroy())
    outgoing.on('upgrade', (received, other, first) => {
      const lines = Object.entries(received.headers).map(([name, value]) => `${name}: ${String(value)}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
      other.on('error', () => socket.destroy())
      other.write(head)
      socket.write(first)
      other.pipe(socket).pipe(other)
    })
    outgoing.end()
  })
  await new Promise((done, failed) => server.once('error', failed).listen(port, address, done))
  own = `${address}:${server.address().port}`
  return {
    url: `http://${own}`,
    close: () => {
      server.close()
      server.closeAllConnections()
      for (const socket of upgraded) socket.destroy()
    },
  }
}
