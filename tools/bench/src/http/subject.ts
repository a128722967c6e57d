import { load, type Load, type LoadRequest, type Measured } from './load.ts'
import { processorSeconds } from './processor-time.ts'
import { untilQuiet } from './quiet.ts'
import { readsOf, type Read } from './reads.ts'
import { startServer, type Server } from './server.ts'
import { openTown, type Town } from './town.ts'

/** A server that is measured, with a town that has room for everybody who will book. */
export type Subject = { server: Server; town: Town; reads: Read[] }

export async function openSubject(...[options, ends]: Parameters<typeof startServer>): Promise<Subject> {
  const server = await startServer(options, ends)
  const town = await openTown(server)
  const reads = await readsOf(server, town)
  await untilQuiet(server)
  return { server, town, reads }
}

/** Milliseconds of processor time that a request takes of the server with its database: what others do on the machine is not in it. */
export type Timed = Measured & { processorMs: number }

export async function measureRead(
  server: Place,
  requests: LoadRequest[],
  { clients, seconds }: Pick<Load, 'clients' | 'seconds'>,
) {
  await load({ url: server.url, clients, requests, seconds: 1 }) // what is compiled while it runs is not measured
  return loadTimed(server, { clients, requests: fromAnywhere(requests), seconds })
}

type Place = Pick<Server, 'url' | 'pid'>

export async function loadTimed({ url, pid }: Place, options: Omit<Load, 'url'>): Promise<Timed> {
  const before = processorSeconds(pid)
  const measured = await load({ url, ...options })
  return { ...measured, processorMs: ((processorSeconds(pid) - before) * 1000) / measured.requests }
}

/** So that the next measurement does not begin with what the last one asked for. */
function fromAnywhere(requests: LoadRequest[]): LoadRequest[] {
  const at = Math.floor(Math.random() * requests.length)
  return [...requests.slice(at), ...requests.slice(0, at)]
}
