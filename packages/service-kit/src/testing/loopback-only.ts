import { Socket } from 'node:net'

/**
 * Tests talk to this machine and to nobody else. Every connection of Node, of `fetch` and of `http` alike, is a Socket
 * that connects.
 */
const connect = Socket.prototype.connect

const near = ['localhost', '::1', '::ffff:127.0.0.1', undefined]

Socket.prototype.connect = function (this: Socket, ...words: unknown[]) {
  const [first] = words
  const wanted = Array.isArray(first) ? first[0] : first
  const host = typeof wanted === 'object' && wanted !== null && 'host' in wanted ? wanted.host : words[1]
  const isNear = near.some((known) => known === host) || (typeof host === 'string' && host.startsWith('127.'))
  if (!isNear && typeof host === 'string') throw new Error(`A test tried to reach ${host}; tests stay on this machine`)
  return Reflect.apply(connect, this, words)
}
