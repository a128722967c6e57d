import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newMailToken, toManageToken } from '@buy-locals/booking-access/manage-link'
import { personErased } from '@buy-locals/contracts/auth/events'
import type { Upload } from '@buy-locals/contracts/business/shapes'
import { reviewPublished } from '@buy-locals/contracts/review/events'
import * as api from '@buy-locals/contracts/review/operations'
import { hashSecret } from '@buy-locals/service-kit/secret'
import { newId, type Id } from '@buy-locals/values/ids'
import { exportPerson } from '../src/use-cases/export-person.ts'
import { startReviews } from './support.ts'

type Reviews = Awaited<ReturnType<typeof startReviews>>
type Visit = { id: Id<'booking'>; consumerId: Id<'person'> }

const jpeg = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#c0562f' } })
    .jpeg()
    .toBuffer()

const announce = (review: Reviews, { id: bookingId, consumerId }: Visit, as = consumerId) =>
  review.call(api.addReviewPhoto, { params: { bookingId }, body: { contentType: 'image/jpeg', bytes: 1_000 } }, { as }) // prettier-ignore

async function send(review: Reviews, { url, fields }: Upload, bytes: Buffer): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([Buffer.from(bytes)]))
  const { status } = await fetch(review.url + new URL(url).pathname, { method: 'POST', body: form })
  if (status !== 204) throw new Error(`The upload got ${status}`)
}

async function addPhoto(review: Reviews, { id: bookingId, consumerId }: Visit): Promise<Id<'photo'>> {
  const bytes = await jpeg()
  const body = { contentType: 'image/jpeg' as const, bytes: bytes.length, alt: 'My new fade' }
  const { body: added } = await review.call(api.addReviewPhoto, { params: { bookingId }, body }, { as: consumerId })
  await send(review, added.upload, bytes)
  await review.advance('PT1S')
  return added.photo.id
}

const listed = async (review: Reviews) =>
  (await review.call(api.listReviews, { params: { businessId: review.businessId } })).body.items
const own = (review: Reviews, { id: bookingId, consumerId }: Visit) =>
  review.call(api.listReviewPhotos, { params: { bookingId } }, { as: consumerId })
const filesOf = async (review: Reviews, photoId: Id<'photo'>) =>
  (await readdir(review.mediaFolder, { recursive: true })).filter(
    (path) => path.includes(photoId) && /\.\w+$/.test(path),
  )

test('photos of a visit are shown with its review, and to nobody before it is written', async () => {
  await using review = await startReviews()
  const visit = await review.visitor()
  const photoId = await addPhoto(review, visit)
  expect((await own(review, visit)).body.items).toMatchObject([{ id: photoId, status: 'ready', alt: 'My new fade' }])
  expect(await listed(review)).toEqual([])
  await review.write(visit.id, 5, visit.consumerId)
  const [shown] = await listed(review)
  expect(shown?.photos).toMatchObject([{ id: photoId, alt: 'My new fade', width: 400 }])
  for (const { avif, webp, jpeg: file } of shown?.photos?.[0]?.sizes ?? [])
    for (const url of [avif, webp, file]) expect([url, (await fetch(review.url + url)).status]).toEqual([url, 200])
  const alone = await review.call(api.readReview, { params: { bookingId: visit.id } }, { as: visit.consumerId })
  expect(alone.body.photos).toHaveLength(1)
  // What is published of a review says nothing of photos: they come when they are ready.
  expect((await review.published(reviewPublished))[0]?.data).not.toHaveProperty('photos')
})

test('whoever writes a review says what its photos show, and of no other photo', async () => {
  await using review = await startReviews()
  const [visit, other] = [await review.visitor(), await review.visitor('Dora Lane')]
  const [one, two, foreign] = [
    await addPhoto(review, visit),
    await addPhoto(review, visit),
    await addPhoto(review, other),
  ]
  const write = (photos: { id: Id<'photo'>; alt: string }[], { id, consumerId }: Visit = visit) =>
    review.call(api.writeReview, { params: { bookingId: id }, body: { stars: 5, photos } }, { as: consumerId })
  expect((await write([{ id: one, alt: 'x'.repeat(161) }])).problem?.code).toBe('invalid-request')
  const described = [{ id: one, alt: ' The fade from behind ' }, { id: foreign, alt: 'Mine' }, { id: newId('photo'), alt: 'None' }] // prettier-ignore
  expect((await write(described)).status).toBe(201)
  expect((await write([{ id: one, alt: 'Another' }])).problem?.code).toBe('review/already')
  expect((await listed(review))[0]?.photos).toMatchObject([{ id: one, alt: 'The fade from behind' }, { id: two, alt: 'My new fade' }]) // prettier-ignore
  expect((await own(review, other)).body.items).toMatchObject([{ id: foreign, alt: 'My new fade' }])
})

test('a review has four photos, added before it is written, by its reviewer alone', async () => {
  await using review = await startReviews()
  const visit = await review.visitor()
  const stranger = newId('person')
  expect((await announce(review, visit, stranger)).status).toBe(404)
  expect((await own(review, { ...visit, consumerId: stranger })).status).toBe(404)
  const made = await Promise.all(Array.from({ length: 6 }, () => announce(review, visit)))
  expect(made.filter(({ status }) => status === 201)).toHaveLength(4)
  expect(made.find(({ status }) => status !== 201)?.problem).toMatchObject({ code: 'limit-reached', max: 4 })
  expect((await announce(review, visit)).problem?.code).toBe('too-many-requests')
  const other = await review.visitor('Dora Lane')
  await review.write(other.id, 4, other.consumerId)
  expect((await announce(review, other)).problem?.code).toBe('review/already')
  const photo = made.find(({ status }) => status === 201)
  const params = { bookingId: other.id, photoId: photo?.body.photo.id as Id<'photo'> }
  expect((await review.call(api.deleteReviewPhoto, { params }, { as: other.consumerId })).status).toBe(404)
  expect((await own(review, visit)).body.items).toHaveLength(4)
})

test('who may not review adds no photo: before the visit, as a member, or by a link that no mail had', async () => {
  await using review = await startReviews()
  const before = await review.visitor('Cora Lane', { status: 'cancelled' })
  expect((await announce(review, before)).problem?.code).toBe('review/not-completed')
  const member = await review.visitor()
  await review.member(member.consumerId, review.businessId, 'staff')
  expect((await announce(review, member)).problem?.code).toBe('review/not-yours')
  const token = newMailToken()
  const manageTokenHash = hashSecret(toManageToken(token))
  const guest = await review.visitor('Gus', { isGuest: true, manageTokenHash })
  const announceWith = (headers: Record<string, string>) =>
    review.call(api.addReviewPhoto, { params: { bookingId: guest.id }, body: { contentType: 'image/jpeg', bytes: 1_000 } }, { headers }) // prettier-ignore
  expect((await announceWith({})).status).toBe(401)
  expect((await announceWith({ 'x-manage-token': toManageToken(token) })).problem?.code).toBe('review/not-yours')
  expect((await announceWith({ cookie: `bl_manage=${guest.id}.${token}` })).status).toBe(201)
})

test('what its reviewer deletes is out of sight at once, and its files an hour later', async () => {
  await using review = await startReviews()
  const visit = await review.visitor()
  const photoId = await addPhoto(review, visit)
  await review.write(visit.id, 5, visit.consumerId)
  const params = { bookingId: visit.id, photoId }
  expect((await review.call(api.deleteReviewPhoto, { params }, { as: visit.consumerId })).status).toBe(204)
  expect((await listed(review))[0]).not.toHaveProperty('photos')
  expect(await filesOf(review, photoId)).toHaveLength(6)
  await review.advance('PT61M')
  expect(await filesOf(review, photoId)).toEqual([])
})

test('a review that the operator removes takes its photos with it', async () => {
  await using review = await startReviews()
  const visit = await review.visitor()
  const photoId = await addPhoto(review, visit)
  const { body } = await review.write(visit.id, 1, visit.consumerId)
  const [manager, operator] = [newId('person'), newId('person')]
  await review.member(manager, review.businessId, 'manager')
  await review.member(operator, visit.marketId, 'operator')
  const params = { reviewId: body.id }
  await review.call(api.flagReview, { params, body: { reason: 'A face of a child' } }, { as: manager })
  const flagged = await review.call(api.listFlaggedReviews, { params: { marketId: visit.marketId } }, { as: operator })
  expect(flagged.body.items[0]?.photos).toHaveLength(1)
  await review.call(
    api.decideFlag,
    { params, body: { outcome: 'removed', reason: 'It shows a child' } },
    { as: operator },
  )
  expect((await own(review, visit)).body.items).toEqual([])
  await review.advance('PT61M')
  expect(await filesOf(review, photoId)).toEqual([])
})

test('whoever is erased leaves no photos; whoever keeps their reviews keeps those of reviews alone', async () => {
  await using review = await startReviews()
  const [gone, keeper] = [await review.visitor(), await review.visitor('Dora Lane')]
  const photos = { gone: await addPhoto(review, gone), stays: await addPhoto(review, keeper) }
  for (const { id, consumerId } of [gone, keeper]) await review.write(id, 4, consumerId)
  const unwritten = { ...(await review.visitor('Dora Lane', { consumerId: keeper.consumerId })) }
  const draft = await addPhoto(review, unwritten)
  expect((await exportPerson(review.deps, keeper.consumerId))['reviews']).toMatchObject([{ photos: [{ id: photos.stays }] }]) // prettier-ignore
  for (const [{ consumerId }, keepReviews] of [
    [gone, false],
    [keeper, true],
  ] as const)
    // prettier-ignore
    await review.deliver(personErased, consumerId, 2, { personId: consumerId, keepReviews, version: 2 } as never)
  await review.advance('PT1S')
  expect((await listed(review)).map(({ photos: shown }) => shown?.map(({ id }) => id))).toEqual([[photos.stays], undefined]) // prettier-ignore
  expect(await filesOf(review, photos.gone)).toEqual([])
  expect(await filesOf(review, draft)).toEqual([])
  expect(await filesOf(review, photos.stays)).toHaveLength(6)
})

test('the files of businesses are none of the orphans of reviews', async () => {
  await using review = await startReviews()
  const visit = await review.visitor()
  const photoId = await addPhoto(review, visit)
  const ofBusiness = `photos/${newId('photo')}/a-320.webp`
  const orphan = `photos/of-reviews/${newId('photo')}/a-320.webp`
  for (const key of [ofBusiness, orphan]) await review.deps.media.put(key, Buffer.from('x'), 'image/webp')
  await review.advance('PT24H')
  expect(await review.deps.media.read(ofBusiness, 10)).toBeDefined()
  expect(await review.deps.media.read(orphan, 10)).toBeUndefined()
  expect(await filesOf(review, photoId)).toHaveLength(6)
})
