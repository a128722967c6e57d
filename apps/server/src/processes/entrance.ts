import { createServer, type Socket } from 'node:net'
import type { Config } from '../config.ts'
import type { Lifetime } from '../lifetime.ts'
import { listenAt, openServer } from '../listen.ts'
import type { Readiness } from '../readiness.ts'
import type { Child } from './open-child.ts'

/** In turn, but nobody waits behind those who wait for a process that is busy or stuck. */
function nextOf(children: readonly Child[], turn: number): Child | undefined {
  const alive = children.filter((child) => child.isAlive())
  const fewest = Math.min(...alive.map(({ calls }) => calls.countHanded()))
  const free = alive.filter(({ calls }) => calls.countHanded() === fewest)
  return free[turn % free.length]
}

/** Takes the address for as long as the server lives, and hands every connection to the next process. Where there is none it answers that the server is not ready. */
export async function openEntrance(config: Config, readiness: Readiness, lifetime: Lifetime) {
  const open: Child[] = []
  const fallback = openServer(readiness)
  fallback.server.maxRequestsPerSocket = 1 // the next request shall find a process that answers
  let turn = 0
  const dispatch = async (socket: Socket) => {
    socket.on('error', () => socket.destroy())
    const tried = new Set<Child>()
    const next = () =>
      nextOf(
        open.filter((child) => !tried.has(child)),
        (turn += 1),
      ) // also one that was added meanwhile
    for (let child = next(); child; child = next()) {
      tried.add(child)
      if (await child.calls.hand(socket)) return
    }
    fallback.server.emit('connection', socket)
    socket.resume()
  }
  const held = new Set<Socket>()
  const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => {
    held.add(socket)
    socket.once('close', () => held.delete(socket))
    void dispatch(socket)
  })
  const url = await lifetime.own(() => listenAt(server, config), {
    stop: async () => {
      server.close() // not waited for: it would ask processes that have ended about their connections
      await fallback.close()
      for (const socket of held) socket.destroy()
    },
  })
  return {
    url,
    add: (child: Child) => void open.splice(0, open.length, ...open.filter((other) => other.isAlive()), child),
    remove: (child: Child) => void open.splice(open.indexOf(child), 1),
  }
}
