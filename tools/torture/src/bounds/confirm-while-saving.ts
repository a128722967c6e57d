import { changeService, listServices } from '@buy-locals/contracts/booking/operations'
import { pay, openFromMail, type Subject } from '../two-markets/bookings.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'

const savers = 2
/** So many changes are under way before the neighbor's guest pays. */
const ahead = 60

/** One business saves its services, again and again, as fast as they are answered. Returns after how long a neighbor's guest who pays meanwhile is confirmed, and has the mail. */
export async function confirmWhileSaving(
  markets: TwoMarkets,
): Promise<{ saved: number; confirmedMs: number; mailedMs: number }> {
  const { running, callAs, ours, theirs, bookings } = markets
  const params = { businessId: ours.id }
  const { items } = await callAs('owner', listServices, { params })
  const services = items.map(({ id, version }) => ({ id, version }))
  let [saved, isOver] = [0, false]
  const save = async (): Promise<void> => {
    for (let service = services.shift(); service && !isOver; service = services.shift()) {
      const headers = { 'if-match': `"${service.version}"` }
      const input = { params: { ...params, serviceId: service.id }, body: { name: `Saved ${saved}` } }
      const { id, version } = await callAs('owner', changeService, input, { headers })
      services.push({ id, version })
      saved += 1
    }
  }
  const saving = Promise.all(Array.from({ length: savers }, save))
  const subject: Subject = { shop: theirs, booker: 'guest' }
  while (saved < ahead) await Promise.race([saving, new Promise((done) => setTimeout(done, 10))])
  const booking = await bookings.createHeld(subject)
  const begun = performance.now()
  await pay(running, callAs, subject, booking)
  const confirmedMs = Math.round(performance.now() - begun)
  await openFromMail(running, booking)
  const mailedMs = Math.round(performance.now() - begun)
  isOver = true
  await saving
  return { saved, confirmedMs, mailedMs }
}
