import { guestRequest } from './bookings.ts'
import { load, type LoadRequest } from './load.ts'
import type { Both, StatementCounts } from './outcome.ts'
import type { Server } from './server.ts'
import { watchStatements } from './statements.ts'
import type { Subject } from './subject.ts'
import type { Town } from './town.ts'

const [readsEach, bookings] = [20, 5]

/** Per request of every row: until it is answered, and until nothing more comes of it. */
export async function readStatements({ ours, reference }: Both<Subject>): Promise<Map<string, Both<StatementCounts>>> {
  const [own, other] = await Promise.all([countReads(ours), reference && countReads(reference)])
  return new Map([...own].map(([name, counts]) => [name, { ours: counts, reference: other?.get(name) }]))
}

async function countReads({ server, reads }: Subject): Promise<Map<string, StatementCounts>> {
  await using watch = await watchStatements(server)
  const counts = new Map<string, StatementCounts>()
  for (const { name, requests } of reads) {
    const few = Array.from({ length: readsEach }, (_, n) => requests[n % requests.length]).filter(
      (one) => one !== undefined,
    )
    const { inRequest, others } = await watch.during(() => sendEach(server, few), 600)
    counts.set(name, { inRequest: inRequest.length / readsEach, untilQuiet: (inRequest.length + others) / readsEach })
  }
  return counts
}

/** Of guests who book one after the other, each when nothing more comes of the last. */
export async function bookingStatements(server: Server, { shops }: Town): Promise<StatementCounts> {
  await using watch = await watchStatements(server)
  const sum = { inRequest: 0, untilQuiet: 0 }
  for (const shop of shops.slice(-bookings)) {
    const request = guestRequest(shop, shop.starts.at(-1) ?? '')
    const { inRequest, others } = await watch.during(() => sendEach(server, [request]), 4_000)
    sum.inRequest += inRequest.filter(({ role }) => role === 'bl_booking').length / bookings
    sum.untilQuiet += (inRequest.length + others) / bookings
  }
  return sum
}

async function sendEach({ url }: Server, requests: LoadRequest[]): Promise<void> {
  const { byStatus } = await load({ url, clients: 1, requests, once: true, seconds: 60 })
  const refused = Object.keys(byStatus).filter((status) => Number(status) >= 400 || status === '0')
  if (refused.length > 0) throw new Error(`${requests[0]?.path}: ${refused.join(', ')}`)
}
