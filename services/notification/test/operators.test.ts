import { reviewFlagged } from '@buy-locals/contracts/review/events'
import { claimFiled, listingReported } from '@buy-locals/contracts/business/events'
import type { listingFaults } from '@buy-locals/contracts/business/shapes'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { highLimits, startNotifications } from './support.ts'

const limits = { ...highLimits, listingReports: 3 }

async function startMarket() {
  const notification = await startNotifications({ limits })
  const { marketId } = notification.business
  const operator = await notification.person('opal@example.com', 'Opal')
  await notification.member(operator, marketId, 'operator')
  const elsewhere = await notification.person('otto@example.com', 'Otto')
  await notification.member(elsewhere, newId('market'), 'operator')
  return Object.assign(notification, {
    report: async (name: string, fault: (typeof listingFaults)[number] = 'closed') => {
      const about = { businessId: newId('business'), marketId, name, fault, version: 1 }
      await notification.deliver(listingReported, newId('listingReport'), 1, about)
      await notification.advance('PT1S')
    },
    subjects: async (to: string) => (await notification.inbox(to)).map(({ subject }) => subject),
  })
}

test('what somebody reports of a page is mailed to the operators of its market, and to nobody else', async () => {
  await using market = await startMarket()
  await market.report('Gentle Barber', 'wrong-address')
  const [mail] = await market.inbox('opal@example.com')
  expect(mail?.subject).toBe('Someone reported a problem with Gentle Barber')
  expect(mail?.text).toContain('What’s wrong with the page: Wrong address')
  expect(mail?.text).toContain('http://127.0.0.1:4000/dashboard/operator/reports')
  expect(await market.subjects('otto@example.com')).toEqual([])
})

test('however many pages are reported, other mails reach the operator', async () => {
  await using market = await startMarket()
  for (let n = 0; n < 12; n++) await market.report(`Shop ${n}`)
  expect(await market.subjects('opal@example.com')).toHaveLength(limits.listingReports)
  const { business, businessId } = market
  const review = {
    ...{ id: newId('review'), businessId, bookingId: newId('booking'), serviceName: 'Haircut', stars: 1, by: 'Rita' },
    ...{ verified: true, at: '2026-03-20T08:00:00Z', marketId: business.marketId, actorId: market.owner, version: 2 },
    consumerId: await market.person('rita@example.com', 'Rita'),
    flag: { reason: 'Not a customer.', at: '2026-03-20T08:00:00Z' },
  }
  await market.deliver(reviewFlagged, review.id, 2, review)
  await market.advance('PT1S')
  expect(await market.subjects('opal@example.com')).toContain('Third Street Barber reported a review')
})

test('whoever decides a claim reads in the mail who claims the page', async () => {
  await using market = await startMarket()
  const personId = await market.person('ann@example.com', 'Ann Lane')
  const claim = { businessId: newId('business'), personId, name: 'Joe’s Barbers', marketId: market.business.marketId }
  await market.deliver(claimFiled, newId('claim'), 1, { ...claim, version: 1 })
  await market.advance('PT1S')
  const [mail] = await market.inbox('opal@example.com')
  expect(mail?.subject).toBe('Ann Lane claims Joe’s Barbers')
  expect(mail?.text).toContain('Ann Lane says that Joe’s Barbers is theirs.')
  expect(await market.subjects('ann@example.com')).toEqual(['We’ve received your claim of Joe’s Barbers'])
})
