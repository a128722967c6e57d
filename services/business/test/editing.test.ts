import { afterAll, beforeAll, expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/business/operations'
import { businessChanged } from '@buy-locals/contracts/business/events'
import { always, owner, startBusiness } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
})
afterAll(() => town[Symbol.asyncDispose]())

const edit = (businessId: `biz_${string}`, version: string | undefined, body: object) =>
  town.call(api.changeBusiness, { params: { businessId }, body }, { as: owner, headers: version ? { 'if-match': version } : {} }) // prettier-ignore

test('a stale edit is refused and changes nothing', async () => {
  const { id, version } = await town.publish({ name: 'Old name' })
  expect((await edit(id, `"${version}"`, { name: 'New name', priceLevel: 2 })).body).toMatchObject({ name: 'New name', version: version + 1 }) // prettier-ignore
  const late = await edit(id, `"${version}"`, { name: 'Late name' })
  expect(late.problem).toMatchObject({ status: 412, code: 'stale' })
  expect((await town.read(id)).body).toMatchObject({ name: 'New name', priceLevel: 2, version: version + 1 })
  expect((await edit(id, undefined, { name: 'Blind' })).problem?.errors?.[0]?.pointer).toBe('/headers/if-match')
})

test('the etag of what was read is good for changing it', async () => {
  const { id } = await town.publish({ name: 'Tagged' })
  const tag = (await town.read(id)).headers.get('etag') ?? ''
  expect((await edit(id, tag, { description: 'Cuts and shaves' })).status).toBe(200)
})

test('of two edits at once, one wins and the other is told', async () => {
  const { id, version } = await town.publish({ name: 'Contested' })
  const names = Array.from({ length: 8 }, (_, i) => `Name ${i}`)
  const responses = await Promise.all(names.map((name) => edit(id, `"${version}"`, { name })))
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array<number>(7).fill(412)])
  const won = responses.find(({ status }) => status === 200)?.body
  expect((await town.read(id)).body).toMatchObject({ name: won?.name, version: version + 1 })
})

test('a changed profile is found by its new terms and not by its old ones', async () => {
  const { id, version } = await town.publish({ name: 'Xylophone corner' })
  await edit(id, `"${version}"`, { name: 'Marimba corner', categories: ['music'] })
  expect(await town.named({ q: 'xylophone' })).toEqual([])
  expect(await town.named({ q: 'marimba', category: 'music' })).toEqual(['Marimba corner'])
})

test('an address that another business has is refused', async () => {
  const first = await town.publish({ name: 'First come' })
  const second = await town.publish({ name: 'Second come' })
  const taken = await edit(second.id, `"${second.version}"`, { slug: first.slug })
  expect(taken.problem).toMatchObject({ status: 409, code: 'business/slug-taken' })
  expect((await edit(second.id, `"${second.version}"`, { slug: 'clusters' })).problem?.code).toBe('business/slug-taken')
  expect((await town.read('second-come-boise')).status).toBe(200)
})

test('hours are replaced all at once, and the event has them in full', async () => {
  const { id } = await town.publish({ name: 'Hours' })
  const special = [{ date: '2026-12-25', closed: true, note: 'Christmas' }]
  await town.call(api.changeHours, { params: { businessId: id }, body: { ...always, special } }, { as: owner })
  const last = (await town.published(businessChanged)).findLast(({ data }) => data.id === id)
  expect(last?.data.hours).toEqual({ ...always, special })
})

test('hours that no clock shows are refused', async () => {
  const { id } = await town.publish({ name: 'Strict' })
  const refused = [
    { weekly: [{ day: 0, opens: '09:00', closes: '10:00' }] },
    { weekly: [{ day: 1, opens: '24:00', closes: '10:00' }] },
    { weekly: [{ day: 1, opens: '9:00', closes: '10:00' }] },
    { weekly: [], special: [{ date: '2026-02-30', closed: true }] },
    { weekly: [], special: [{ date: '0000-01-01', closed: true }] },
    { weekly: [], special: [{ date: '2026-02-03', opens: '10:00' }] },
  ]
  for (const body of refused) {
    expect((await town.call(api.changeHours, { params: { businessId: id }, body }, { as: owner })).status).toBe(422)
  }
})

test('a replay publishes everything with the versions that it had', async () => {
  const before = (await town.published(businessChanged)).length
  const count = await town.service.replay()
  const again = (await town.published(businessChanged)).slice(before)
  expect(count).toBe(again.length + 1)
  for (const { data, sequence } of again) {
    expect(sequence).toBe(data.version)
    expect((await town.read(data.id, owner)).body).toMatchObject(data)
  }
})
