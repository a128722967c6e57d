import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { businessChanged } from '@buy-locals/contracts/business/events'
import * as api from '@buy-locals/contracts/business/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { erasePerson } from '../src/use-cases/erase-person.ts'
import { flow } from '../src/steps/photo-flow.ts'
import { addReady, announce, jpeg, list, picture, processAll, send, storedFiles, upload } from './photo-support.ts'
import { owner, startBusiness, stranger } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
})
afterAll(() => town[Symbol.asyncDispose]())

type Ids = { businessId: Id<'business'>; photoId: Id<'photo'> }
const change = (params: Ids, body: object, headers: Record<string, string> = {}) =>
  town.call(api.changePhoto, { params, body }, { as: owner, headers })

test('a photo is shown when it is ready, in sizes and formats that never change, and on the cards of a search', async () => {
  const { id: businessId } = await town.publish({ name: 'Shown' })
  const photoId = await upload(town, businessId, await jpeg(), 'The chairs')
  expect(await list(town, businessId)).toMatchObject([{ id: photoId, status: 'processing', alt: 'The chairs' }])
  expect((await town.read(businessId)).body.photos).toEqual([])
  await processAll(town)
  const [photo] = (await town.read(businessId)).body.photos
  expect(photo).toMatchObject({ id: photoId, alt: 'The chairs', width: 700, height: 500, color: expect.stringMatching(/^#[b-d][0-9a-f]{5}$/) }) // prettier-ignore
  expect(photo?.sizes.map(({ width, height }) => [width, height])).toEqual([
    [320, 229],
    [640, 457],
    [700, 500],
  ])
  for (const [format, url] of Object.entries({
    jpeg: photo?.url,
    webp: photo?.sizes[0]?.webp,
    heif: photo?.sizes[0]?.avif,
  })) {
    // prettier-ignore
    const response = await fetch(town.url + url)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe(`image/${format === 'heif' ? 'avif' : format}`)
    expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).format).toBe(format)
  }
  const found = (await town.search({ q: 'Shown' })).items.find(({ id }) => id === businessId)
  expect(found?.photo?.url).toBe(photo?.url)
  const events = (await town.published(businessChanged)).filter(({ data }) => data.id === businessId)
  expect(events.at(-1)?.data.photos[0]?.id).toBe(photoId)
})

test('what the camera wrote is not in what is shown, which stands upright; nobody can read the original', async () => {
  const { id: businessId } = await town.register({ name: 'Private' })
  const exif = { IFD0: { Artist: 'Rosa' }, IFD3: { GPSLatitude: '43/1 36/1 0/1' } }
  const bytes = await picture().jpeg().withExif(exif).withMetadata({ orientation: 6, exif }).toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const photoId = await upload(town, businessId, bytes)
  await processAll(town)
  const { shown } = (await list(town, businessId))[0] ?? {}
  expect([shown?.width, shown?.height]).toEqual([500, 700])
  for (const { avif, webp, jpeg } of shown?.sizes ?? [])
    for (const url of [avif, webp, jpeg]) {
      const metadata = await sharp(Buffer.from(await (await fetch(town.url + url)).arrayBuffer())).metadata()
      expect([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation ?? 1]).toEqual([undefined, undefined, undefined, 1]) // prettier-ignore
    }
  for (const path of [
    `/media/originals/${photoId}`,
    `/media/photos/../originals/${photoId}`,
    `/media/photos/%2e%2e/originals/${photoId}`,
  ])
    // prettier-ignore
    expect((await fetch(town.url + path)).status).toBe(404)
})

test('the first photo is the cover, whether it is moved there or chosen', async () => {
  const { id: businessId } = await town.publish({ name: 'Ordered' })
  const ids = [await addReady(town, businessId), await addReady(town, businessId), await addReady(town, businessId)]
  const [first, second, third] = ids as [Id<'photo'>, Id<'photo'>, Id<'photo'>]
  const shown = async () => (await town.read(businessId)).body.photos.map(({ id }) => id)
  expect(await shown()).toEqual(ids)
  await change({ businessId, photoId: third }, { cover: true })
  expect(await shown()).toEqual([third, first, second])
  const order = (photoIds: Id<'photo'>[]) =>
    town.call(api.orderPhotos, { params: { businessId }, body: { photoIds } }, { as: owner })
  expect((await order([second, third, first])).body.items.map(({ id }) => id)).toEqual([second, third, first])
  expect(await shown()).toEqual([second, third, first])
  for (const wrong of [
    [second, third],
    [second, second, first],
    [second, third, newId('photo')],
  ])
    expect((await order(wrong)).problem?.code).toBe('stale')
  expect(await shown()).toEqual([second, third, first])
})

test('a form that was opened before a photo came can be saved, and one that was opened before another edit cannot', async () => {
  const { id: businessId, version } = await town.publish({ name: 'Open form' })
  const save = (readVersion: number, changes: object) =>
    town.call(api.changeBusiness, { params: { businessId }, body: changes }, { as: owner, headers: { 'if-match': `"${readVersion}"` } }) // prettier-ignore
  await addReady(town, businessId)
  const { body } = await save(version, { description: 'By the river' })
  expect(body).toMatchObject({ description: 'By the river', photos: [{}], version: version + 2 })
  expect((await save(version, { description: 'By the sea' })).problem?.code).toBe('stale')
  expect((await save(body.version + 1, { description: 'By the sea' })).problem?.code).toBe('stale')
  await addReady(town, businessId)
  expect((await save(body.version, { description: 'On the hill' })).body.description).toBe('On the hill')
})

test('of two who describe a photo at once, one is told that it has changed', async () => {
  const { id: businessId } = await town.publish({ name: 'Described' })
  const photoId = await addReady(town, businessId)
  const version = (await list(town, businessId))[0]?.version ?? 0
  expect((await change({ businessId, photoId }, { alt: 'Door' }, { 'if-match': `"${version}"` })).body.alt).toBe('Door')
  expect((await change({ businessId, photoId }, { alt: 'Gate' }, { 'if-match': `"${version}"` })).problem?.code).toBe('stale') // prettier-ignore
  expect((await town.read(businessId)).body.photos[0]?.alt).toBe('Door')
})

test('photos are for owners and managers: staff may not, and to a stranger or another owner there are none', async () => {
  const { id: businessId } = await town.publish({ name: 'Mine' })
  const photoId = await addReady(town, businessId)
  const { id: otherId } = await town.publish({ name: 'Other' })
  const staff = newId('person')
  await town.member(staff, businessId, 'staff')
  const params = { businessId, photoId }
  const attempts = (as: Id<'person'>, params: Ids) =>
    Promise.all([
      town.call(api.changePhoto, { params, body: { alt: 'x' } }, { as }),
      town.call(api.deletePhoto, { params }, { as }),
    ])
  for (const { status } of [...(await attempts(staff, params)), await announce(town, businessId, 10, { as: staff })])
    expect(status).toBe(403)
  for (const { status } of [
    ...(await attempts(stranger, params)),
    await announce(town, businessId, 10, { as: stranger }),
  ])
    // prettier-ignore
    expect(status).toBe(404)
  for (const { status } of await attempts(owner, { businessId: otherId, photoId })) expect(status).toBe(404)
  expect(await list(town, businessId)).toMatchObject([{ alt: '', status: 'ready' }])
})

test('a deleted photo is out of sight at once, and its files an hour later; the original of another goes after 30 days', async () => {
  const { id: businessId } = await town.publish({ name: 'Deleted' })
  const photoId = await addReady(town, businessId)
  const other = await addReady(town, businessId)
  expect((await town.call(api.deletePhoto, { params: { businessId, photoId } }, { as: owner })).status).toBe(204)
  expect((await town.read(businessId)).body.photos.map(({ id }) => id)).toEqual([other])
  expect(await storedFiles(town, `photos/${photoId}`)).toHaveLength(9)
  await town.advance('PT61M')
  expect(await storedFiles(town, `photos/${photoId}`)).toEqual([])
  expect(await storedFiles(town, 'originals')).toContain(other)
  expect(await storedFiles(town, 'originals')).not.toContain(photoId)
  await town.advance('PT720H')
  expect(await storedFiles(town, 'originals')).not.toContain(other)
  expect(await storedFiles(town, `photos/${other}`)).toHaveLength(9)
})

test('what nothing leads to is removed, and nothing that is used', async () => {
  const { id: businessId } = await town.publish({ name: 'Orphans' })
  const used = await addReady(town, businessId)
  const waiting = await upload(town, businessId, await jpeg())
  const gone = newId('photo')
  const refused = await upload(town, businessId, Buffer.from('no photo'))
  await flow.processPhoto(town.deps, { photoId: refused, attempts: 1 })
  const ofReview = 'photos/of-reviews/pho_1/a.webp'
  await town.deps.media.put(ofReview, Buffer.from('x'), 'image/webp')
  const orphans = [
    `originals/${gone}`,
    `originals/${refused}`,
    `photos/${gone}/a-320.webp`,
    `photos/${used}/old-320.webp`,
    'photos/stray.txt',
  ]
  for (const key of orphans) await town.deps.media.put(key, Buffer.from('x'), 'image/webp')
  await flow.removeOrphans(town.deps)
  expect(await town.deps.media.read(ofReview, 10)).toBeDefined()
  for (const key of orphans) expect(await town.deps.media.read(key, 10)).toBeUndefined()
  expect(await storedFiles(town, `photos/${used}`)).toHaveLength(9)
  expect(await storedFiles(town, 'originals')).toEqual(expect.arrayContaining([used, waiting]))
})

test('the photos of a business that never was on the site go with its only owner', async () => {
  const { id: businessId } = await town.register({ name: 'Never opened' })
  const person = newId('person')
  const photoId = await addReady(town, businessId, 'My face')
  await town.db.updateTable('memberships').set({ person_id: person }).where('scope', '=', businessId).execute()
  await erasePerson(town.deps, { personId: person } as never)
  await town.advance('PT1S')
  expect(await town.db.selectFrom('photos').select('id').where('id', '=', photoId).execute()).toEqual([])
  expect(JSON.stringify(await town.db.selectFrom('businesses').selectAll().where('id', '=', businessId).execute())).not.toContain('My face') // prettier-ignore
  expect(await storedFiles(town)).not.toContain(photoId)
  expect(await storedFiles(town, `photos/${photoId}`)).toEqual([])
})

test('a business has at most thirty photos, with those that are on their way', async () => {
  const { id: businessId } = await town.register({ name: 'Many' })
  const made = await Promise.all(Array.from({ length: 32 }, () => announce(town, businessId, 1_000)))
  expect(made.filter(({ status }) => status === 201)).toHaveLength(30)
  expect(made.find(({ status }) => status !== 201)?.problem).toMatchObject({ code: 'limit-reached', rule: 'max-photos', max: 30 }) // prettier-ignore
})

test('the same key announces one photo', async () => {
  const { id: businessId } = await town.register({ name: 'Twice' })
  const input = { params: { businessId }, body: { contentType: 'image/png' as const, bytes: 5 } }
  const call = () => town.call(api.addPhoto, input, { as: owner, headers: { 'idempotency-key': 'the same key' } })
  const [one, two] = [await call(), await call()]
  expect(two.body).toEqual(one.body)
  expect(await list(town, businessId)).toHaveLength(1)
  expect((await send(town, two.body.upload, Buffer.from('12345'))).status).toBe(204)
})
