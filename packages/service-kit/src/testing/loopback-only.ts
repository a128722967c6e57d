import { Socket } from 'node:net'

/**
 * Tests talk to this machine and to nobody else. Every connection of Node, of `fetch` and of `http` alike, is a Socket
 * that connects.
 */
const connect = Socket.prototype.connect

const near = ['localhost', '::1', '::ffff:127.0.0.1', undefined]

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const [first] = args
  const target = Array.isArray(first) ? first[0] : first
  const host = typeof target === 'object' && target !== null && 'host' in target ? target.host : args[1]
  const isNear = near.some((name) => name === host) || (typeof host === 'string' && host.startsWith('127.'))
  // `npm run vendors` is for reaching a vendor.
  if (!isNear && typeof host === 'string' && !process.env['VENDOR'])
    throw new Error(`A test tried to reach ${host}; tests stay on this machine`)
  return Reflect.apply(connect, this, args)
}
