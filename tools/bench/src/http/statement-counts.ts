import { guestRequest } from './bookings.ts'
import { load, type LoadRequest } from './load.ts'
import type { Both, StatementCounts } from './outcome.ts'
import type { Server } from './server.ts'
import { watchStatements } from './statements.ts'
import type { Subject } from './subject.ts'
import type { Shop, Town } from './town.ts'

const [readsEach, bookingsAlone, bookingsAtOnce] = [20, 5, 64]

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

/** Until it is answered, of guests who book one after the other; with all that follows, of sixteen at a time, as in the run that is timed. */
export async function bookingStatements(server: Server, { shops }: Town): Promise<StatementCounts> {
  await using watch = await watchStatements(server)
  const book = (turn: number, among: Shop[]) => {
    const shop = among[turn % among.length]
    return shop ? [guestRequest(shop, shop.starts.at(-1 - Math.floor(turn / among.length)) ?? '')] : []
  }
  const times = (count: number) => Array.from({ length: count }, (_, turn) => turn)
  const alone = times(bookingsAlone).flatMap((turn) => book(turn, shops.slice(-bookingsAlone)))
  const { inRequest } = await watch.during(() => sendEach(server, alone), 4_000)
  const atOnce = times(bookingsAtOnce).flatMap((turn) => book(turn, shops.slice(0, -bookingsAlone)))
  const all = await watch.during(() => sendEach(server, atOnce, 16), 4_000)
  return {
    inRequest: inRequest.filter(({ role }) => role === 'bl_booking').length / bookingsAlone,
    untilQuiet: (all.inRequest.length + all.others) / bookingsAtOnce,
  }
}

async function sendEach({ url }: Server, requests: LoadRequest[], clients = 1): Promise<void> {
  const { byStatus } = await load({ url, clients, requests, once: true, seconds: 60 })
  const refused = Object.keys(byStatus).filter((status) => Number(status) >= 400 || status === '0')
  if (refused.length > 0) throw new Error(`${requests[0]?.path}: ${refused.join(', ')}`)
}
