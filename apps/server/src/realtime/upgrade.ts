import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { errors, realtimePath, subprotocol } from './protocol.ts'

type Refusal = 'not ours' | 'wrong subprotocol' | 'foreign origin' | 'full'

/** Why a request to upgrade is refused; undefined where it is not. */
export function checkUpgrade(
  { url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  { allowedOrigins }: { allowedOrigins: readonly string[] },
): Refusal | undefined {
  if (url.split('?')[0] !== realtimePath) return 'not ours'
  const offered = headers['sec-websocket-protocol']?.split(',').map((part) => part.trim())
  if (!offered?.includes(subprotocol)) return 'wrong subprotocol'
  const { origin, host } = headers
  if (origin && !allowedOrigins.includes(origin) && !isOwn(origin, host)) return 'foreign origin'
  return undefined
}

const isOwn = (origin: string, host: string | undefined) => URL.parse(origin)?.host === host

const responses = {
  'not ours': [404, errors('BadRequestException', `The realtime endpoint is ${realtimePath}`)],
  'wrong subprotocol': [400, errors('BadRequestException', `The subprotocol is ${subprotocol}`)],
  'foreign origin': [403, errors('UnauthorizedException', 'This origin may not connect')],
  full: [503, errors('LimitExceededError', 'Too many connections')],
} as const

export function sendRefusal(stream: Duplex, refusal: Refusal) {
  const [status, body] = responses[refusal]
  const text = JSON.stringify(body)
  stream.on('error', () => stream.destroy())
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n` +
      'Connection: close\r\nContent-Type: application/json\r\n' +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}
