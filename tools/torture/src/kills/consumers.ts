import { setTimeout } from 'node:timers/promises'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { book, cancelBooking, readBooking } from '@buy-locals/contracts/booking/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from '../person.ts'
import { confirmAtStripe } from '../stripe.ts'
import type { Town } from '../town.ts'
import type { Intention, Memory } from './memory.ts'
import { untilAnswered } from './until-answered.ts'

const chance = (share: number) => Math.random() < share
const oneOf = <T>(things: readonly T[]): T | undefined => things[Math.floor(Math.random() * things.length)]

/** Books, pays, waits, changes their mind: until told to stop, and then to the end of what was begun. */
export async function consume(town: Town, person: Person, memory: Memory, goesOn: () => boolean): Promise<void> {
  const { quick, course, atVenue } = town.services
  while (goesOn()) {
    const service = chance(0.1) ? atVenue : chance(0.25) ? course : quick
    const free = await untilAnswered(memory, () => town.freeStarts(service))
    const start = free instanceof Refusal ? undefined : oneOf(free.slice(0, 40))
    if (!start) continue
    const intention: Intention = {
      note: `intention ${memory.intentions.length + 1}`,
      person,
      service,
      start,
      seen: new Set(),
      asked: new Set(),
    }
    memory.intentions.push(intention)
    await pursue(town, intention, memory, goesOn)
  }
}

async function pursue(town: Town, intention: Intention, memory: Memory, goesOn: () => boolean): Promise<void> {
  const { person, service, start, note } = intention
  const bookingKey = newIdempotencyKey()
  const wish = { businessId: town.businessId, serviceId: service.id, start, note }
  const booked = await untilAnswered(memory, () => person.call(book, { body: wish }, { idempotencyKey: bookingKey }))
  if (booked instanceof Refusal) {
    intention.isRefused = true
    return refused(memory, booked, 'book', ['booking/slot-taken', 'booking/outside-policy'])
  }
  intention.bookingId = booked.id
  intention.seen.add(booked.status)
  const isGivenUp = chance(0.1)
  if (booked.status === 'held' && !isGivenUp) {
    intention.inFlight = true
    await pay(town, intention, booked.id, memory)
    await untilConfirmed(intention, booked.id, memory, goesOn)
    intention.inFlight = false
  }
  if (chance(0.3)) await changeMind(intention, booked.id, memory)
}

async function pay(town: Town, intention: Intention, bookingId: Id<'booking'>, memory: Memory): Promise<void> {
  const { person } = intention
  const params = { bookingId }
  const idempotencyKey = newIdempotencyKey()
  const ready = await untilAnswered(memory, () => person.call(payBooking, { params }, { idempotencyKey }))
  if (ready instanceof Refusal) return refused(memory, ready, 'pay', ['booking/hold-expired', 'payment/not-payable'])
  if (chance(0.1)) await confirmAtStripe(town.stripe, ready, 'pm_card_visa_chargeDeclined')
  if (chance(0.2)) await setTimeout(Math.random() * 2_000) // the card is in the other coat
  intention.paid = (await confirmAtStripe(town.stripe, ready)) === 'succeeded'
}

/** What a killed server had begun to say is said again within half a minute. */
async function untilConfirmed(
  intention: Intention,
  bookingId: Id<'booking'>,
  memory: Memory,
  goesOn: () => boolean,
): Promise<void> {
  for (let looks = 0; intention.paid && goesOn() && looks < 200; looks += 1) {
    const booking = await untilAnswered(memory, () => intention.person.call(readBooking, { params: { bookingId } }))
    if (booking instanceof Refusal) return refused(memory, booking, 'read', [])
    intention.seen.add(booking.status)
    if (booking.status !== 'held' && booking.status !== 'expired') return
    await setTimeout(200)
  }
}

async function changeMind(intention: Intention, bookingId: Id<'booking'>, memory: Memory): Promise<void> {
  intention.asked.add('cancelled')
  const cancelled = await untilAnswered(memory, () =>
    intention.person.call(cancelBooking, { params: { bookingId }, body: {} }),
  )
  if (cancelled instanceof Refusal)
    return refused(memory, cancelled, 'cancel', ['booking/wrong-state', 'booking/outside-policy'])
  intention.answered = { change: 'cancelled', refundShare: cancelled.refundShare }
}

export function refused(memory: Memory, { code, message }: Refusal, what: string, expected: readonly string[]): void {
  if (!expected.includes(code)) memory.strange.push(`${what} was refused: ${code} ${message}`)
}
