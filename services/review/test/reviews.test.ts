import { createHash } from 'node:crypto'
import { newMailToken, toManageToken } from '@buy-locals/booking-access/manage-link'
import { hashSecret } from '@buy-locals/service-kit/secret'
import { membershipChanged, personErased } from '@buy-locals/contracts/auth/events'
import { bookingClaimed, bookingCompleted } from '@buy-locals/contracts/booking/events'
import { businessChanged } from '@buy-locals/contracts/business/events'
import { ratingChanged, reviewFlagDecided, reviewFlagged, reviewPublished } from '@buy-locals/contracts/review/events'
import * as api from '@buy-locals/contracts/review/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { startReviews } from './support.ts'

test('whoever booked and came may review once; it is marked verified and shows a first name', async () => {
  await using review = await startReviews()
  const { id, consumerId } = await review.visitor()
  const written = await review.write(id, 5, consumerId)
  expect(written.status).toBe(201)
  expect(written.body).toMatchObject({
    stars: 5,
    text: 'A careful cut.',
    by: 'Cora',
    verified: true,
    serviceName: 'Haircut',
  })
  expect(written.body).not.toHaveProperty('consumerId')
  expect((await review.write(id, 1, consumerId)).problem?.code).toBe('review/already')
})

const aBusiness = (id: Id<'business'>, marketId: Id<'market'>) => ({
  ...{ id, slug: 'clip-joint', marketId, name: 'Clip Joint', categories: ['hair' as const] },
  ...{ address: { city: 'Boise', country: 'US' }, location: { lat: 43.6, lon: -116.2 }, timeZone: 'America/Boise' },
  ...{ currency: 'USD' as const, addressIsPrivate: false, photos: [], claimed: true, version: 1 },
})

test('the reviews of a business that is off the site are for its members and its operators', async () => {
  await using review = await startReviews()
  const { id, consumerId, businessId, marketId } = await review.visitor()
  await review.write(id, 4, consumerId)
  const [member, operator] = [newId('person'), newId('person')]
  await review.member(member, businessId, 'staff')
  await review.member(operator, marketId, 'operator')
  const list = (as?: Id<'person'>) => review.call(api.listReviews, { params: { businessId } }, { as })
  const business = aBusiness(businessId, marketId)
  for (const [sequence, status] of (['draft', 'published', 'suspended'] as const).entries()) {
    await review.deliver(businessChanged, businessId, sequence + 1, { ...business, status })
    const isShown = status === 'published'
    expect([(await list()).status, (await list(consumerId)).status]).toEqual(isShown ? [200, 200] : [404, 404])
    expect([(await list(member)).body.items.length, (await list(operator)).body.items.length]).toEqual([1, 1])
  }
})

test('of twenty reviews of one booking at the same moment one is kept, and counted once', async () => {
  await using review = await startReviews()
  const { id, consumerId } = await review.visitor()
  const responses = await Promise.all(Array.from({ length: 20 }, () => review.write(id, 4, consumerId)))
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(responses.filter(({ status }) => status === 409)).toHaveLength(19)
  const { body } = await review.call(api.listReviews, { params: { businessId: review.businessId } })
  expect(body.rating).toEqual({ mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] })
})

test('reviews of one business at the same moment are all counted: the stars add up to the count', async () => {
  await using review = await startReviews()
  const visits = await Promise.all(
    [1, 2, 3, 4, 5, 5, 5, 4].map(async (stars) => ({ stars, visit: await review.visitor() })),
  )
  await Promise.all(visits.map(({ stars, visit }) => review.write(visit.id, stars, visit.consumerId)))
  const { body } = await review.call(api.listReviews, {
    params: { businessId: review.businessId },
    query: { limit: 3 },
  })
  expect(body.rating).toEqual({ mean: 29 / 8, count: 8, byStars: [1, 1, 1, 2, 3] })
  const ratings = await review.published(ratingChanged)
  expect(ratings.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('pages of reviews neither repeat nor lose one', async () => {
  await using review = await startReviews()
  for (let i = 0; i < 7; i++) {
    const { id, consumerId } = await review.visitor()
    await review.write(id, 5, consumerId)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 3, ...(cursor && { cursor }) }
    const { body } = await review.call(api.listReviews, { params: { businessId: review.businessId }, query })
    seen.push(...body.items.map(({ id }) => id))
    cursor = body.nextCursor
  } while (cursor)
  expect(new Set(seen).size).toBe(7)
  expect(seen).toEqual(seen.toSorted((a, b) => (a < b ? 1 : -1)))
  const hostile = await review.call(api.listReviews, {
    params: { businessId: review.businessId },
    query: { cursor: "'; drop table reviews" },
  })
  expect(hostile.status).toBe(422)
})

test('a member of the business does not review it', async () => {
  await using review = await startReviews()
  const { id, consumerId } = await review.visitor()
  await review.member(consumerId, review.businessId, 'staff')
  expect((await review.write(id, 5, consumerId)).problem?.code).toBe('review/not-yours')
  const other = newId('person')
  await review.member(other, review.businessId, 'owner')
  expect((await review.write(id, 5, other)).status).toBe(403)
})

test('whoever booked before becoming a member keeps the right to review that booking, and no later one', async () => {
  await using review = await startReviews()
  const { businessId: scope } = review
  const join = (personId: Id<'person'>, since: string) =>
    review.deliver(membershipChanged, `${personId} ${scope}`, 1, { personId, scope, role: 'staff', since, version: 1 })
  const before = await review.visitor()
  await join(before.consumerId, '2026-03-19T08:00:00Z')
  expect((await review.write(before.id, 5, before.consumerId)).status).toBe(201)
  const guest = await review.visitor('Gus', { isGuest: true })
  const account = newId('person')
  await review.deliver(bookingClaimed, guest.id, 3, { ...guest, consumerId: account, isGuest: false, version: 3 })
  await join(account, '2026-03-19T08:00:00Z')
  expect((await review.write(guest.id, 5, account)).status).toBe(201)
  const after = await review.visitor()
  await join(after.consumerId, '2026-03-19T06:00:00Z')
  expect((await review.write(after.id, 5, after.consumerId)).problem?.code).toBe('review/not-yours')
})

test('what has not taken place cannot be reviewed; when it has been completed a moment ago, it can', async () => {
  await using review = await startReviews()
  const { id, consumerId, ...booking } = await review.visitor('Cora', { status: 'confirmed', version: 1 })
  const early = review.write(id, 5, consumerId)
  expect((await early).problem?.code).toBe('review/not-completed')
  const [response] = await Promise.all([
    review.write(id, 5, consumerId),
    review.deliver(bookingCompleted, id, 2, { ...booking, id, consumerId, status: 'completed', version: 2 }),
  ])
  expect(response.status).toBe(201)
})

test('a guest reviews with the link that only the mail about that booking has, and with no other', async () => {
  await using review = await startReviews()
  const token = newMailToken()
  const manageToken = toManageToken(token)
  const manageTokenHash = hashSecret(manageToken)
  const { id } = await review.visitor('Gus', { isGuest: true, manageTokenHash })
  const other = await review.visitor('Nia', { isGuest: true, manageTokenHash: 'b'.repeat(64) })
  expect((await review.write(other.id, 5, undefined, { 'x-manage-token': token })).status).toBe(404)
  const invented = await review.write(id, 5, undefined, { 'x-manage-token': manageToken })
  expect(invented.problem).toMatchObject({ code: 'review/not-yours', rule: 'mail-link' })
  expect((await review.write(id, 5, undefined, { cookie: `bl_manage=${id}.${token}` })).status).toBe(201)
})

test('a booking that the business entered itself is not reviewed by its link, but by the account that claims it', async () => {
  await using review = await startReviews()
  const token = 'a'.repeat(43)
  const manageTokenHash = createHash('sha256').update(token).digest('hex')
  const guest = { isGuest: true, manageTokenHash, isEnteredByBusiness: true }
  const { id, ...booking } = await review.visitor('Gus', guest)
  const byLink = (as?: Id<'person'>) => review.write(id, 5, as, { 'x-manage-token': token })
  for (const refused of [await byLink(), await byLink(newId('person'))]) {
    expect(refused.problem).toMatchObject({ code: 'review/not-yours', rule: 'entered-by-business' })
    expect(refused.problem?.detail).toContain('sign in with an account of the address')
  }
  const account = newId('person')
  const claimed = { ...booking, id, consumerId: account, isGuest: false, manageTokenHash: undefined, version: 3 }
  await review.deliver(bookingClaimed, id, 3, claimed)
  expect((await byLink()).status).toBe(404)
  expect((await review.write(id, 5, account)).status).toBe(201)
})

test('what completed by itself, unpaid, makes no review until the business confirms the visit', async () => {
  await using review = await startReviews()
  const unconfirmed = { completedBy: 'automatic', payment: 'at-venue' } as const
  const { id, consumerId, ...booking } = await review.visitor('Cora', unconfirmed)
  expect((await review.write(id, 5, consumerId)).problem?.code).toBe('review/not-completed')
  const paid = await review.visitor('Nia', { completedBy: 'automatic', payment: 'online' })
  expect((await review.write(paid.id, 5, paid.consumerId)).status).toBe(201)
  await review.deliver(bookingCompleted, id, 3, { ...booking, id, consumerId, completedBy: 'business', version: 3 })
  expect((await review.write(id, 5, consumerId)).status).toBe(201)
})

test('a no-show is reviewed where the operator decided for the customer, and only there', async () => {
  await using review = await startReviews()
  const missed = await review.visitor('Cora', { status: 'no-show' })
  expect((await review.write(missed.id, 1, missed.consumerId)).problem?.code).toBe('review/not-completed')
  const decided = { status: 'no-show', complaintDecision: 'refunded' } as const
  const { id, consumerId } = await review.visitor('Nia', decided)
  expect((await review.write(id, 1, consumerId)).status).toBe(201)
})

test('a stranger cannot tell that the booking exists', async () => {
  await using review = await startReviews()
  const { id } = await review.visitor()
  const foreign = await review.write(id, 5, newId('person'))
  expect(foreign.status).toBe(404)
  expect((await review.call(api.readReview, { params: { bookingId: id } }, { as: newId('person') })).status).toBe(404)
})

test('the business replies once and cannot change the stars', async () => {
  await using review = await startReviews()
  const { id, consumerId } = await review.visitor()
  const reviewId = (await review.write(id, 2, consumerId)).body.id
  const owner = newId('person')
  await review.member(owner, review.businessId, 'owner')
  const reply = (as: typeof owner) =>
    review.call(
      api.replyToReview,
      { params: { reviewId }, body: { text: 'Come again, we will make it right.' } },
      { as },
    )
  expect((await reply(newId('person'))).status).toBe(404)
  expect((await reply(consumerId)).status).toBe(403)
  const replied = await reply(owner)
  expect(replied.body).toMatchObject({ stars: 2, version: 2, reply: { text: 'Come again, we will make it right.' } })
  expect((await reply(owner)).problem?.code).toBe('review/already-replied')
})

test('events that come twice or late change nothing', async () => {
  await using review = await startReviews()
  const { id, consumerId, ...booking } = await review.visitor()
  await review.deliver(bookingCompleted, id, 1, { ...booking, id, consumerId, status: 'confirmed', version: 1 })
  expect((await review.write(id, 5, consumerId)).status).toBe(201)
  expect(await review.published(reviewPublished)).toHaveLength(1)
})

async function startWithReview() {
  const review = await startReviews()
  const visit = await review.visitor()
  const [manager, operator] = [newId('person'), newId('person')]
  await review.member(manager, visit.businessId, 'manager')
  await review.member(operator, visit.marketId, 'operator')
  const shop = { ...aBusiness(visit.businessId, visit.marketId), status: 'published' as const }
  await review.deliver(businessChanged, shop.id, 1, shop)
  const { id: reviewId } = (await review.write(visit.id, 1, visit.consumerId)).body
  return Object.assign(review, {
    ...{ visit, manager, operator, reviewId },
    flag: (as: Id<'person'>, reason = 'It names a member of staff.') =>
      review.call(api.flagReview, { params: { reviewId }, body: { reason } }, { as }),
    flagged: (as: Id<'person'>) =>
      review.call(api.listFlaggedReviews, { params: { marketId: visit.marketId }, query: {} }, { as }),
    decide: (outcome: 'dismissed' | 'removed', as: Id<'person'>) =>
      review.call(api.decideFlag, { params: { reviewId }, body: { outcome, reason: 'It is about a person.' } }, { as }),
    list: async (as?: Id<'person'>) =>
      (await review.call(api.listReviews, { params: { businessId: visit.businessId } }, { as })).body,
    own: (as: Id<'person'>) => review.call(api.readReview, { params: { bookingId: visit.id } }, { as }),
  })
}

test('a business reports a review once, with a reason, and it stays in sight until the operator decides', async () => {
  await using review = await startWithReview()
  const { visit, manager, operator } = review
  const staff = newId('person')
  await review.member(staff, visit.businessId, 'staff')
  expect((await review.flag(newId('person'))).status).toBe(404)
  expect((await review.flag(staff)).status).toBe(403)
  expect((await review.flag(visit.consumerId)).status).toBe(403)
  expect((await review.flag(manager, ' ')).status).toBe(422)
  const both = await Promise.all([review.flag(manager), review.flag(manager)])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect((await review.list()).items).toMatchObject([{ stars: 1 }])
  expect((await review.list()).items[0], 'nobody else reads that it was reported').not.toHaveProperty('flag')
  expect((await review.list(staff)).items[0]).not.toHaveProperty('flag')
  expect((await review.list(manager)).items[0]?.flag?.reason).toBe('It names a member of staff.')
  expect((await review.own(visit.consumerId)).body).not.toHaveProperty('flag')
  expect((await review.flagged(operator)).body.items).toMatchObject([{ id: review.reviewId }])
  expect((await review.flagged(manager)).status).toBe(404)
  expect((await review.published(reviewFlagged)).map(({ data }) => data.marketId)).toEqual([visit.marketId])
})

test('a review that is removed is out of sight and out of the rating at once, and its reviewer reads why', async () => {
  await using review = await startWithReview()
  const { visit, manager, operator } = review
  const other = await review.visitor()
  await review.write(other.id, 5, other.consumerId)
  expect((await review.decide('removed', operator)).problem?.code, 'nobody has reported it').toBe('review/not-flagged')
  await review.flag(manager)
  expect((await review.decide('removed', manager)).status).toBe(403)
  expect((await review.decide('removed', newId('person'))).status).toBe(404)
  const twice = await Promise.all([review.decide('removed', operator), review.decide('removed', operator)])
  expect(twice.filter(({ status }) => status === 200)).toHaveLength(1)
  const { items, rating } = await review.list()
  expect(items.map(({ stars }) => stars)).toEqual([5])
  expect(rating).toEqual({ mean: 5, count: 1, byStars: [0, 0, 0, 0, 1] })
  expect((await review.published(ratingChanged)).at(-1)?.data).toMatchObject({ mean: 5, count: 1 })
  const { body } = await review.own(visit.consumerId)
  expect(body.flag).toMatchObject({ outcome: 'removed', outcomeReason: 'It is about a person.' })
  expect(body.flag, 'what the business wrote is for the operator').not.toHaveProperty('reason')
  expect((await review.own(manager)).status).toBe(404)
  expect((await review.write(visit.id, 5, visit.consumerId)).problem?.code).toBe('review/already')
  expect((await review.flagged(operator)).body.items).toEqual([])
  const before = (await review.published(reviewPublished)).length
  await review.service.replay()
  expect((await review.published(reviewPublished)).length - before, 'it is not published again').toBe(1)
})

test('a review that the operator keeps is not reported again', async () => {
  await using review = await startWithReview()
  const { manager, operator } = review
  await review.flag(manager)
  expect((await review.decide('dismissed', operator)).status).toBe(200)
  expect((await review.list()).rating.count).toBe(1)
  expect((await review.list(manager)).items[0]?.flag).toMatchObject({ outcome: 'dismissed' })
  expect((await review.flag(manager)).problem?.code).toBe('review/already-flagged')
  expect((await review.decide('removed', operator)).problem?.code).toBe('review/not-flagged')
  expect((await review.published(reviewFlagDecided)).map(({ data }) => data.flag?.outcome)).toEqual(['dismissed'])
})

test('with the reviewer goes what the business wrote about them', async () => {
  await using review = await startWithReview()
  await review.flag(review.manager)
  const { consumerId: personId } = review.visit
  await review.deliver(personErased, personId, 2, { personId, keepReviews: false, version: 2 })
  await review.advance('PT1S')
  expect((await review.flagged(review.operator)).body.items[0]?.flag).not.toHaveProperty('reason')
})
