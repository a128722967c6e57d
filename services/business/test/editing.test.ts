import { afterAll, beforeAll, expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/business/operations'
import { businessChanged } from '@buy-locals/contracts/business/events'
import type { Input } from '@buy-locals/contracts/operation'
import { always, operator, owner, startBusiness, stranger } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
})
afterAll(() => town[Symbol.asyncDispose]())

const edit = (businessId: `biz_${string}`, version: string | undefined, body: object) =>
  town.call(api.changeBusiness, { params: { businessId }, body }, { as: owner, headers: version ? { 'if-match': version } : {} }) // prettier-ignore

const decide = (businessId: `biz_${string}`, outcome: 'approved' | 'refused' = 'approved', as = operator) =>
  town.call(api.approveBusiness, { params: { businessId }, body: { outcome } }, { as })

test('a new name, category, town or website of a published business waits for the operator, and the old stays in view', async () => {
  const { id, version, slug } = await town.publish({ name: 'Quiet shop', website: 'https://quiet.example' })
  const bank = { name: 'Great Bank', categories: ['finance'], website: 'https://bank.example', address: { city: 'Albany', region: 'NY', country: 'US' }, location: { lat: 42.65, lon: -73.75 } } // prettier-ignore
  const changed = await edit(id, `"${version}"`, { ...bank, description: 'At once' })
  expect(changed.body).toMatchObject({ name: 'Quiet shop', description: 'At once', proposed: bank })
  for (const as of [undefined, stranger]) {
    const { body } = await town.read(slug, as)
    expect(body).toMatchObject({ name: 'Quiet shop', categories: ['hair'], website: 'https://quiet.example', address: { city: 'Boise' } }) // prettier-ignore
    expect(body).not.toHaveProperty('proposed')
  }
  expect(JSON.stringify((await town.published(businessChanged)).filter(({ data }) => data.id === id))).not.toContain('Great Bank') // prettier-ignore
  const waiting = await town.call(api.listMarketBusinesses, { params: { marketId: town.market.id }, query: { status: 'pending' } }, { as: operator }) // prettier-ignore
  expect(waiting.body.items.find((business) => business.id === id)?.proposed).toEqual(bank)
  expect((await decide(id, 'approved', owner)).status).toBe(403)
  expect((await decide(id, 'refused')).body).toMatchObject({ name: 'Quiet shop', status: 'published' })
  expect((await town.read(id, owner)).body.proposed).toBeUndefined()
  expect((await decide(id, 'refused')).problem?.code).toBe('business/wrong-state')
  await edit(id, `"${version + 2}"`, { name: 'Quieter shop', website: null })
  expect((await decide(id)).body).toMatchObject({ name: 'Quieter shop', status: 'published' })
  expect((await town.read(id)).body).not.toHaveProperty('website')
})

test('a move within the town is seen at once, and taking a change back leaves nothing to approve', async () => {
  const { id, version } = await town.publish({ name: 'Movers' })
  const address = { street: '2 Oak St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
  expect((await edit(id, `"${version}"`, { address, name: 'Movers too' })).body).toMatchObject({ address, proposed: { name: 'Movers too' } }) // prettier-ignore
  expect((await edit(id, `"${version + 1}"`, { name: 'Movers' })).body.proposed).toBeUndefined()
})

test('an address that a business has given up leads to it, and nobody else gets it', async () => {
  const { id, version, slug } = await town.publish({ name: 'First address' })
  expect((await edit(id, `"${version}"`, { slug: 'second-address' })).status).toBe(200)
  expect((await town.read(slug)).body).toMatchObject({ id, slug: 'second-address' })
  const other = await town.publish({ name: 'First address' })
  expect(other.slug).not.toBe(slug)
  expect((await edit(other.id, `"${other.version}"`, { slug })).problem?.code).toBe('business/slug-taken')
  expect((await edit(id, `"${version + 1}"`, { slug })).body.slug).toBe(slug)
})

test('what is optional in a profile can be taken away', async () => {
  const { id, version } = await town.publish({ name: 'Fewer words' })
  await edit(id, `"${version}"`, { description: 'Warm towels', phone: '+12085550100', priceLevel: 2 })
  const { body } = await edit(id, `"${version + 1}"`, { description: null, phone: null, priceLevel: null })
  for (const field of ['description', 'phone', 'priceLevel']) expect(body).not.toHaveProperty(field)
})

test('a stale edit is refused and changes nothing', async () => {
  const { id, version } = await town.publish({ name: 'Old name' })
  expect((await edit(id, `"${version}"`, { description: 'New', priceLevel: 2 })).body).toMatchObject({ description: 'New', version: version + 1 }) // prettier-ignore
  const late = await edit(id, `"${version}"`, { description: 'Late' })
  expect(late.problem).toMatchObject({ status: 412, code: 'stale' })
  expect((await town.read(id)).body).toMatchObject({ description: 'New', priceLevel: 2, version: version + 1 })
  expect((await edit(id, undefined, { description: 'Blind' })).problem?.errors?.[0]?.pointer).toBe('/headers/if-match')
})

test('the etag of what was read is good for changing it', async () => {
  const { id } = await town.publish({ name: 'Tagged' })
  const tag = (await town.read(id)).headers.get('etag') ?? ''
  expect((await edit(id, tag, { description: 'Cuts and shaves' })).status).toBe(200)
})

test('of two edits at once, one wins and the other is told', async () => {
  const { id, version } = await town.publish({ name: 'Contested' })
  const texts = Array.from({ length: 8 }, (_, i) => `Text ${i}`)
  const responses = await Promise.all(texts.map((description) => edit(id, `"${version}"`, { description })))
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array<number>(7).fill(412)])
  const won = responses.find(({ status }) => status === 200)?.body
  expect((await town.read(id)).body).toMatchObject({ description: won?.description, version: version + 1 })
})

test('a changed profile is found by its new terms and not by its old ones', async () => {
  const { id, version } = await town.publish({ name: 'Xylophone corner' })
  await edit(id, `"${version}"`, { name: 'Marimba corner', categories: ['music'] })
  expect(await town.named({ q: 'marimba' })).toEqual([])
  await decide(id)
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

test('hours and the settings of a market are not saved over what somebody else has saved meanwhile', async () => {
  const { call, market } = town
  const { id, version } = await town.publish({ name: 'Two editors' })
  const put = (ifMatch?: number) => call(api.changeHours, { params: { businessId: id }, body: always }, { as: owner, headers: ifMatch ? { 'if-match': `"${ifMatch}"` } : {} }) // prettier-ignore
  expect((await put(version)).status).toBe(200)
  expect((await put(version)).problem?.code).toBe('stale')
  expect((await put()).status).toBe(200)
  const patch = (ifMatch: number) => call(api.changeMarket, { params: { marketId: market.id }, body: { complaintHours: 24 } }, { as: operator, headers: { 'if-match': `"${ifMatch}"` } }) // prettier-ignore
  expect((await patch(market.version)).body).toMatchObject({ complaintHours: 24 })
  expect((await patch(market.version)).problem?.code).toBe('stale')
})

test('an operator never reads an old value after saving: every setting of a market, and every decision', async () => {
  const { call, market } = town
  const settings: Required<Input<typeof api.changeMarket>['body']> = {
    name: 'Greater Boise',
    feeBasisPoints: 725,
    complaintHours: 36,
    contact: { email: 'help@boise.example', phone: '+12085550123' },
  }
  expect(Object.keys(settings).toSorted(), 'every setting there is').toEqual(
    Object.keys(api.changeMarket.body.shape).toSorted(),
  )
  const readMarket = async () => {
    const { body, headers } = await call(api.listMarkets, {}, { as: operator })
    expect(headers.get('cache-control')).toBe('private, no-store')
    return body.items.find(({ id }) => id === market.id)
  }
  for (const [name, value] of Object.entries(settings)) {
    const before = await readMarket()
    await call(api.changeMarket, { params: { marketId: market.id }, body: { [name]: value } }, { as: operator })
    expect(await readMarket()).toEqual({ ...before, [name]: value, version: before!.version + 1 })
  }
  const { id } = await town.publish({ name: 'Decided Bakery' })
  const decide = { params: { businessId: id }, body: { reason: 'Complaints' } }
  await call(api.suspendBusiness, decide, { as: operator })
  expect((await town.read(id, operator)).body.status).toBe('suspended')
  expect(await town.named({ q: 'Decided Bakery' })).toEqual([])
  await call(api.approveBusiness, { params: { businessId: id } }, { as: operator })
  expect((await town.read(id, operator)).body.status).toBe('published')
  expect(await town.named({ q: 'Decided Bakery' })).toEqual(['Decided Bakery'])
})
