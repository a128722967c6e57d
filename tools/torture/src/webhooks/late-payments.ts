import { setTimeout } from 'node:timers/promises'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { advance } from '../clock.ts'
import type { Expect } from '../report.ts'
import { booksOf, confirmAtStripe } from '../stripe.ts'
import type { Town } from '../town.ts'
import { becomes, hold, pay, type Booked } from './day.ts'

/** Money that arrives when the time is no longer kept: the time is taken again, or all of the money goes back; and the person is told. */
export async function latePayments(town: Town, expect: Expect): Promise<number> {
  const { paid } = town.services
  const begin = async (label: string, start = '') => {
    const held = await hold(town, label, paid, start)
    return { ...held, ready: await held.person.call(payBooking, { params: { bookingId: held.bookingId } }) }
  }
  const starts = await town.freeStarts(paid)
  const lucky = await begin('late, and still free', starts[200])
  const unlucky = await begin('late, and taken', starts[220])
  const hopeless = await begin('much too late', starts[240])
  await advance(town, 'PT11M')

  const other = await hold(town, 'the next one', paid, unlucky.start)
  for (const late of [lucky, unlucky]) {
    const outcome = await confirmAtStripe(town.stripe, late.ready)
    expect(outcome === 'succeeded', `a card a minute late was ${outcome}`)
  }
  await pay(town, other)
  expect(await becomes(lucky, 'confirmed'), 'a late payment did not take the free time again')
  expect(await becomes(other, 'confirmed'), 'whoever took the lapsed time and paid was not confirmed')
  expect(await becomes(unlucky, 'expired'), 'a late payment took a time that is taken')
  expect(await isMailed(lucky, town, 'Booked'), 'nobody told the person that the late payment was in time')
  expect(await isMailed(unlucky, town, 'too late'), 'nobody told the person that the payment was too late')
  const [given, givenOfUsed] = [await refunded(unlucky, town, 10_000), await refunded(lucky, town)]
  expect(given === 4_000, `of 4000 paid too late ${given} was given back`)
  expect(givenOfUsed === 0, `of a late payment that was used ${givenOfUsed} was given back all the same`)

  await advance(town, 'PT20M')
  const outcome = await confirmAtStripe(town.stripe, hopeless.ready)
  expect(outcome !== 'succeeded', 'a card was charged for a booking that was over for long')
  expect(await becomes(hopeless, 'expired'), 'a booking that nobody paid for has not expired')
  return 4
}

/** What has been given back, as soon as there is something. */
export async function refunded({ bookingId }: Booked, { stripe }: Town, patienceMs = 0): Promise<number | undefined> {
  for (let waited = 0; ; waited += 100) {
    const charge = (await booksOf(stripe)).charges.find(
      ({ captured, metadata }) => captured && metadata.bookingId === bookingId,
    )
    if (charge?.amountRefunded || waited >= patienceMs) return charge?.amountRefunded
    await setTimeout(100)
  }
}

async function isMailed({ person }: Booked, { url }: Town, word: string): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 100) {
    const inbox = await fetch(`${url}/dev/inbox?to=${encodeURIComponent(person.email)}`, {
      headers: { accept: 'application/json' },
    })
    const { items } = (await inbox.json()) as { items: { subject: string }[] }
    if (items.some(({ subject }) => subject.includes(word))) return true
    await setTimeout(100)
  }
  return false
}
