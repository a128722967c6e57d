import { afterAll, beforeAll, expect, test } from 'vitest'
import { businessChanged } from '@buy-locals/contracts/business/events'
import * as api from '@buy-locals/contracts/business/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { erasePerson } from '../src/use-cases/erase-person.ts'
import { addReady, announce, list, picture, processAll, storedFiles, upload } from './photo-support.ts'
import { operator, owner, startBusiness, stranger } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
})
afterAll(() => town[Symbol.asyncDispose]())

type BusinessId = Id<'business'>
const listDetails = (businessId: BusinessId, as?: Id<'person'>) =>
  town.call(api.listDetailPhotos, { params: { businessId } }, { as })

async function addTo(businessId: BusinessId, of: Id<'service'> | Id<'staff'>, alt = ''): Promise<Id<'photo'>> {
  const photoId = await upload(town, businessId, await picture(1_300, 900).jpeg().toBuffer(), alt, of)
  await processAll(town)
  return photoId
}

test('a service and a member of staff have a photo each, in the widths of cards, and the business has its own', async () => {
  const { id: businessId, version } = await town.publish({ name: 'Details' })
  const [service, staff] = [newId('service'), newId('staff')]
  await addTo(businessId, service, 'A fade')
  await addTo(businessId, staff, 'Ana')
  const own = await addReady(town, businessId)
  const { items } = (await listDetails(businessId)).body
  expect(items).toMatchObject([
    { of: service, photo: { alt: 'A fade', sizes: [{ width: 320 }, { width: 640 }] } },
    { of: staff, photo: { alt: 'Ana' } },
  ])
  expect(items[0]?.photo.sizes).toHaveLength(2)
  expect(items[0]?.photo.url).toBe(items[0]?.photo.sizes[1]?.jpeg)
  expect((await fetch(town.url + items[0]?.photo.url)).status).toBe(200)
  const { body } = await town.read(businessId)
  expect(body.photos.map(({ id }) => id)).toEqual([own])
  expect((await list(town, businessId)).map(({ id }) => id)).toEqual([own])
  const ofStaff = await town.call(api.listPhotos, { params: { businessId }, query: { of: staff } }, { as: owner })
  expect(ofStaff.body.items).toMatchObject([{ alt: 'Ana', status: 'ready' }])
  // Copies of what customers see are thrown away by the event, and an open form is not stale.
  const events = (await town.published(businessChanged)).filter(({ data }) => data.id === businessId)
  expect(events.at(-1)?.data.version).toBe(version + 3)
  const save = await town.call(api.changeBusiness, { params: { businessId }, body: { description: 'x' } }, { as: owner, headers: { 'if-match': `"${version}"` } }) // prettier-ignore
  expect(save.status).toBe(200)
})

test('a service has one photo: the next one only when that is deleted, and then its files go', async () => {
  const { id: businessId } = await town.publish({ name: 'One each' })
  const [service, other] = [newId('service'), newId('service')]
  const photoId = await addTo(businessId, service)
  expect((await announce(town, businessId, 1_000, { of: service })).problem).toMatchObject({ code: 'limit-reached', max: 1 }) // prettier-ignore
  expect((await announce(town, businessId, 1_000, { of: other })).status).toBe(201)
  await town.call(api.deletePhoto, { params: { businessId, photoId } }, { as: owner })
  expect((await listDetails(businessId)).body.items).toEqual([])
  expect((await announce(town, businessId, 1_000, { of: service })).status).toBe(201)
  await town.advance('PT61M')
  expect(await storedFiles(town, `photos/${photoId}`)).toEqual([])
})

test('photos of services and staff are seen by whoever sees the business, and added by owners and managers alone', async () => {
  const { id: businessId } = await town.register({ name: 'Draft' })
  const [service, staff] = [newId('service'), newId('person')]
  await town.member(staff, businessId, 'staff')
  await addTo(businessId, service)
  for (const as of [owner, staff, operator]) expect((await listDetails(businessId, as)).body.items).toHaveLength(1)
  for (const as of [stranger, undefined]) expect((await listDetails(businessId, as)).status).toBe(404)
  expect((await announce(town, businessId, 10, { of: newId('service'), as: staff })).status).toBe(403)
  expect((await announce(town, businessId, 10, { of: newId('service'), as: stranger })).status).toBe(404)
  expect((await announce(town, businessId, 10, { of: businessId as never })).status).toBe(422)
})

test('all services and staff of a business have at most three hundred, and the business can still have its own', async () => {
  const { id: businessId } = await town.register({ name: 'Very many' })
  const row = { business_id: businessId, position: 0, status: 'uploading', alt: '', created_at: town.clock() }
  await town.db.insertInto('photos').values(Array.from({ length: 300 }, () => ({ ...row, id: newId('photo'), subject: newId('staff') }))).execute() // prettier-ignore
  expect((await announce(town, businessId, 10, { of: newId('service') })).problem).toMatchObject({ code: 'limit-reached', max: 300 }) // prettier-ignore
  expect((await announce(town, businessId, 10)).status).toBe(201)
})

test('what was shown of the staff of a business that never was on the site goes with its only owner', async () => {
  const { id: businessId } = await town.register({ name: 'Never was' })
  const person = newId('person')
  const photoId = await addTo(businessId, newId('staff'), 'My face')
  await town.db.updateTable('memberships').set({ person_id: person }).where('scope', '=', businessId).execute()
  await erasePerson(town.deps, { personId: person } as never)
  await town.advance('PT1S')
  expect(await town.db.selectFrom('photos').select('id').where('business_id', '=', businessId).execute()).toEqual([])
  expect(await storedFiles(town, `photos/${photoId}`)).toEqual([])
})
