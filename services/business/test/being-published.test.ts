import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { maxMemberships } from '@buy-locals/contracts/auth/limits'
import * as api from '@buy-locals/contracts/business/operations'
import {
  businessChanged,
  businessDecided,
  businessRegistered,
  businessSuspended,
} from '@buy-locals/contracts/business/events'
import { maxMarkets, siteAddressesPerPage } from '@buy-locals/contracts/business/shapes'
import type { Input } from '@buy-locals/contracts/operation'
import { newId } from '@buy-locals/values/ids'
import { ensureMarket } from '../src/use-cases/ensure-market.ts'
import { always, barber, operator, owner, startBusiness, stranger } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
})
afterAll(() => town[Symbol.asyncDispose]())

const of = (businessId: `biz_${string}`) => ({ params: { businessId } })

test('a business is added in one short form, and whoever added it owns it at once', async () => {
  const { status, body } = await town.call(
    api.registerBusiness,
    { body: barber({ name: 'Café Zoë' }) },
    { as: stranger },
  )
  expect(status).toBe(201)
  expect(body).toMatchObject({ slug: 'cafe-zoe-boise', status: 'draft', marketId: town.market.id, currency: 'USD', timeZone: 'America/Boise', claimed: true, version: 1 }) // prettier-ignore
  expect(body).not.toHaveProperty('hours')
  const hours = await town.call(api.changeHours, { ...of(body.id), body: always }, { as: stranger })
  expect(hours.status).toBe(200)
  const [registered] = (await town.published(businessRegistered)).filter(({ data }) => data.businessId === body.id)
  expect(registered?.data.ownerId).toBe(stranger)
})

test('the zone is that of the ground, whatever the market', async () => {
  const { timeZone } = await town.register({ location: { lat: 47.6772, lon: -116.7805 } })
  expect(timeZone).toBe('America/Los_Angeles')
  expect((await town.register({ location: { lat: 35, lon: -140 } })).timeZone).toBe('America/Boise')
  expect((await town.register({ timeZone: 'America/Denver' })).timeZone).toBe('America/Denver')
})

test('a person adds at most as many businesses as they can belong to, also when two are added at once', async () => {
  const ann = newId('person')
  const own = Array.from({ length: maxMemberships - 1 }, () => ({ person_id: ann, scope: newId('business'), role: 'owner' as const, sequence: 1 })) // prettier-ignore
  await town.db.insertInto('memberships').values(own).execute()
  const add = () => town.call(api.registerBusiness, { body: barber() }, { as: ann })
  const responses = await Promise.all([add(), add()])
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  expect(responses.find(({ status }) => status === 409)?.problem).toMatchObject({ type: 'limit-reached', rule: 'max-memberships' }) // prettier-ignore
})

test('the same key adds one business, also when its request arrives twice at once', async () => {
  const ann = newId('person')
  const options = { as: ann, headers: { 'idempotency-key': 'the same key' } }
  const add = () => town.call(api.registerBusiness, { body: barber() }, options)
  const atOnce = await Promise.all([add(), add()])
  const first = atOnce.find(({ status }) => status === 201)
  expect((await add()).body).toEqual(first?.body)
  const owned = town.db.selectFrom('memberships').select('scope').where('person_id', '=', ann)
  expect(await owned.execute()).toEqual([{ scope: first?.body.id }])
})

test('there are at most five hundred markets, also when two are opened at once', async () => {
  const { db, clock } = town
  const { id, slug, name, version, location, ...terms } = town.market
  const open = (nth: number) => ensureMarket({ db, clock }, { ...terms, location, name, slug: `town-${nth}` })
  await sql`insert into markets select (jsonb_populate_record(markets, jsonb_build_object('id', left(id, -4) || lpad(n::text, 4, '0'), 'slug', 'full-' || n, 'lat', -60))).* from markets, generate_series(1, ${maxMarkets - 2}) n where id = ${id}`.execute(db) // prettier-ignore
  const outcomes = await Promise.allSettled([open(1), open(2)])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await town.call(api.listMarkets, {})).body.items).toHaveLength(maxMarkets)
  expect((await ensureMarket({ db, clock }, { ...terms, location, name, slug })).id).toBe(id)
  await db.deleteFrom('markets').where('id', '<>', id).execute()
  expect(version).toBe(1)
})

test('businesses of one name get addresses of their own', async () => {
  const slugs = []
  for (let i = 0; i < 3; i++) slugs.push((await town.register({ name: 'Twins' })).slug)
  expect(slugs).toEqual(['twins-boise', 'twins-boise-2', 'twins-boise-3'])
  const taken = await town.call(api.registerBusiness, { body: barber({ slug: 'twins-boise' }) }, { as: owner })
  expect(taken.problem).toMatchObject({ status: 409, code: 'business/slug-taken' })
  for (const slug of ['suggestions', 'clusters']) {
    const reserved = await town.call(api.registerBusiness, { body: barber({ slug }) }, { as: owner })
    expect(reserved.problem?.code).toBe('business/slug-taken')
  }
})

test('a draft becomes public when its owner asked and the operator agreed, and each step is in the audit', async () => {
  const { id, slug } = await town.register({ name: 'Steps' })
  const incomplete = await town.call(api.publishBusiness, of(id), { as: owner })
  expect(incomplete.problem).toMatchObject({ status: 422, code: 'business/incomplete', missing: ['hours'] })
  await town.call(api.changeHours, { ...of(id), body: always }, { as: owner })
  const early = await town.call(api.approveBusiness, of(id), { as: operator })
  expect(early.problem).toMatchObject({ status: 409, code: 'business/wrong-state' })

  expect((await town.call(api.publishBusiness, of(id), { as: owner })).body.status).toBe('pending')
  const waiting = await town.call(api.listMarketBusinesses, { params: { marketId: town.market.id } }, { as: operator })
  expect(waiting.body.items.map((business) => business.id)).toContain(id)
  expect((await town.call(api.approveBusiness, of(id), { as: operator })).body.status).toBe('published')
  expect((await town.read(slug)).body).toMatchObject({ id, open: { isOpen: true }, rating: { mean: 0, count: 0 } })
  expect((await town.suspend(id)).body.status).toBe('suspended')

  const steps = await town.db.selectFrom('audit').select(['action', 'actor', 'reason']).where('subject', '=', id).orderBy('id').execute() // prettier-ignore
  expect(steps).toEqual([
    { action: 'business.registered', actor: owner, reason: null },
    { action: 'business.submitted', actor: owner, reason: null },
    { action: 'business.approved', actor: operator, reason: null },
    { action: 'business.suspended', actor: operator, reason: 'Not a shop' },
  ])
  const suspensions = (await town.published(businessSuspended)).filter(({ subject }) => subject === id)
  expect(suspensions.map(({ data }) => data)).toEqual([
    { businessId: id, name: 'Steps', reason: 'Not a shop', version: 5 },
  ])
  const events = (await town.published(businessChanged)).filter(({ data }) => data.id === id)
  expect(events.map(({ sequence, data }) => [sequence, data.status])).toEqual([[1, 'draft'], [2, 'draft'], [3, 'pending'], [4, 'published'], [5, 'suspended']]) // prettier-ignore
})

test('a suspended business is not found', async () => {
  const { id, slug } = await town.publish({ name: 'Vanishing' })
  expect(await town.named({ q: 'vanishing' })).toEqual(['Vanishing'])
  expect((await town.suspend(id)).problem).toBeUndefined()
  expect(await town.search({ q: 'vanishing' })).toEqual({ items: [], facets: { category: [] } })
  for (const name of [id, slug]) {
    expect((await town.read(name)).status).toBe(404)
    expect((await town.read(name, stranger)).status).toBe(404)
    expect((await town.read(name, owner)).body.status).toBe('suspended')
    expect((await town.read(name, operator)).body.status).toBe('suspended')
  }
  await town.call(api.approveBusiness, of(id), { as: operator })
  expect(await town.named({ q: 'vanishing' })).toEqual(['Vanishing'])
})

test('a stranger cannot tell that a draft exists', async () => {
  const { id, slug } = await town.register({ name: 'Secret' })
  const nothing = 'biz_01jq0000000000000000000000' as const
  for (const name of [id, slug, nothing]) expect((await town.read(name, stranger)).problem?.code).toBe('not-found')
  const responses = await Promise.all([id, nothing].map((businessId) => town.call(api.publishBusiness, of(businessId), { as: stranger }))) // prettier-ignore
  expect(responses.map(({ problem }) => problem)).toEqual([responses[0]?.problem, responses[0]?.problem])
  expect(await town.named({ q: 'secret' })).toEqual([])
})

test('only the operator of the market approves and suspends', async () => {
  const { id } = await town.publish({ name: 'Ours' })
  const elsewhere = newId('person')
  await town.member(elsewhere, newId('market'), 'operator')
  expect((await town.suspend(id, owner)).problem?.status).toBe(403)
  expect((await town.suspend(id, stranger)).problem?.status).toBe(404)
  expect((await town.suspend(id, elsewhere)).problem?.status).toBe(404)
  const admin = newId('person')
  await town.member(admin, 'platform', 'admin')
  expect((await town.suspend(id, admin)).status).toBe(200)
})

test('the operator sets the fee and the complaint window, and the change is in the audit', async () => {
  const params = { marketId: town.market.id }
  const changed = await town.call(api.changeMarket, { params, body: { feeBasisPoints: 700, complaintHours: 0 } }, { as: operator }) // prettier-ignore
  expect(changed.body).toMatchObject({ feeBasisPoints: 700, complaintHours: 0, name: 'Boise', version: 2 })
  expect((await town.call(api.listMarkets, {})).body.items).toEqual([changed.body])
  expect((await town.call(api.changeMarket, { params, body: { complaintHours: 1 } }, { as: owner })).status).toBe(404)
  const [entry] = await town.db.selectFrom('audit').selectAll().where('subject', '=', town.market.id).where('action', '=', 'market.changed').execute() // prettier-ignore
  expect(entry).toMatchObject({ actor: operator, before: { feeBasisPoints: 500 }, after: { feeBasisPoints: 700 } })
})

test('the operator says whom people of the market write to, and takes it back', async () => {
  const params = { marketId: town.market.id }
  const contact = { email: 'help@boise.example', phone: '+12085550123' }
  const change = (body: Input<typeof api.changeMarket>['body']) => town.call(api.changeMarket, { params, body }, { as: operator }) // prettier-ignore
  expect((await change({ contact })).body.contact).toEqual(contact)
  expect((await change({ complaintHours: 24 })).body.contact).toEqual(contact)
  expect((await town.call(api.listMarkets, {})).body.items[0]?.contact).toEqual(contact)
  expect((await change({ contact: null })).body.contact).toBeUndefined()
})

test('every published real business is listed for search engines, rated or not, on pages of ten thousand that the index alone has', async () => {
  const first = await town.publish({ name: 'Nobody has rated this' })
  const draft = await town.register({ name: 'Not on the site' })
  const suspended = await town.publish({ name: 'Suspended' })
  await town.suspend(suspended.id)
  const page = (number: number) => town.call(api.readSitemapPage, { params: { page: number } })
  const pages = async () => (await town.call(api.readSitemap, {})).body.pages
  const before = (await page(0)).body.slugs
  expect(before).toContain(first.slug)
  expect(before).not.toContain(draft.slug)
  expect(before).not.toContain(suspended.slug)
  expect([await pages(), (await page(1)).status]).toEqual([1, 404])

  await town.call(api.approveBusiness, of(suspended.id), { as: operator })
  expect((await page(0)).body.slugs).toEqual([...before, suspended.slug])
  const next = await town.publish({ name: 'The ten thousandth' })
  await sql`update businesses set site_number = ${siteAddressesPerPage} where id = ${next.id}`.execute(town.db)
  expect(await pages()).toBe(2)
  expect((await page(1)).body.slugs).toEqual([next.slug])
  expect((await page(0)).body.slugs).toHaveLength(before.length + 1)

  await sql`insert into businesses select (jsonb_populate_record(businesses, jsonb_build_object('id', left(id, -4) || lpad(n::text, 4, '0'), 'slug', 'imported-' || n, 'site_number', null, 'source', '{}'))).* from businesses, generate_series(1, 9) n where id = ${first.id}`.execute(town.db) // prettier-ignore
  expect((await page(0)).body.slugs.join()).not.toContain('imported')
  const { rows } = await sql<Record<string, string>>`explain select slug from businesses where site_number >= 0 and site_number < 10000 and status = 'published' and source is null and site_number is not null order by site_number`.execute(town.db) // prettier-ignore
  expect(rows.map((row) => row['QUERY PLAN']).join()).toMatch(/Index (Only )?Scan using businesses_site_number/)
})

test('a business is sent back or rejected with a reason that its owner reads, and nobody else', async () => {
  const { id } = await town.register({ name: 'Sent Back' })
  await town.call(api.changeHours, { ...of(id), body: always }, { as: owner })
  const submit = () => town.call(api.publishBusiness, of(id), { as: owner })
  const decide = (body: { outcome: 'returned' | 'rejected'; reason?: string }) =>
    town.call(api.approveBusiness, { ...of(id), body }, { as: operator })
  await submit()
  for (const outcome of ['returned', 'rejected'] as const)
    expect((await decide({ outcome })).status, `${outcome} without a reason`).toBe(422)
  const returned = await decide({ outcome: 'returned', reason: 'Say where you are.' })
  expect(returned.body).toMatchObject({
    status: 'draft',
    decision: { outcome: 'returned', reason: 'Say where you are.' },
  })
  const read = (as: typeof owner) => town.call(api.readBusiness, { params: { businessId: id } }, { as })
  expect((await read(owner)).body.decision?.reason).toBe('Say where you are.')
  const [staff, manager] = [newId('person'), newId('person')]
  await town.member(staff, id, 'staff')
  await town.member(manager, id, 'manager')
  expect((await read(staff)).body, 'not for its staff').not.toHaveProperty('decision')
  expect((await read(manager)).body.decision?.reason).toBe('Say where you are.')
  expect((await submit()).body, 'submitted again it waits for another decision').not.toHaveProperty('decision')
  const rejected = await decide({ outcome: 'rejected', reason: 'Not in this town.' })
  expect(rejected.body).toMatchObject({ status: 'suspended', decision: { outcome: 'rejected' } })
  expect((await decide({ outcome: 'returned', reason: 'Again.' })).problem?.code).toBe('business/wrong-state')
  expect((await read(stranger)).status).toBe(404)
  const decided = (await town.published(businessDecided)).filter(({ data }) => data.businessId === id)
  expect(decided.map(({ data }) => [data.outcome, data.reason])).toEqual([
    ['returned', 'Say where you are.'],
    ['rejected', 'Not in this town.'],
  ])
  const changed = (await town.published(businessChanged)).filter(({ subject }) => subject === id)
  expect(
    changed.every(({ data }) => !('decision' in data)),
    'other services do not get it',
  ).toBe(true)
  await town.call(api.approveBusiness, of(id), { as: operator })
  await town.call(api.suspendBusiness, { ...of(id), body: { reason: 'Closed.' } }, { as: operator })
  expect((await read(owner)).body.decision).toMatchObject({ outcome: 'suspended', reason: 'Closed.' })
})

test('an operator finds a business by a part of its name, newest first, page by page', async () => {
  const names = ['Finch Dental', '100% Finch', 'Finch & Sons']
  for (const name of names) await town.register({ name })
  const list = async (query: { q?: string; cursor?: string; claimed?: string; limit?: number }) =>
    (
      await town.call(
        api.listMarketBusinesses,
        { params: { marketId: town.market.id }, query: { status: 'draft', ...query } },
        { as: operator },
      )
    ).body
  const first = await list({ q: 'finch', limit: 2 })
  expect(first.items.map(({ name }) => name)).toEqual(['Finch & Sons', '100% Finch'])
  const rest = await list({ q: 'finch', limit: 2, cursor: first.nextCursor ?? '' })
  expect(rest.items.map(({ name }) => name)).toEqual(['Finch Dental'])
  expect((await list({ q: '100%' })).items).toHaveLength(1)
  expect((await list({ q: '%' })).items.map(({ name }) => name)).toEqual(['100% Finch'])
  expect((await list({ q: 'finch', claimed: 'false' })).items).toEqual([])
  expect((await list({ q: 'finch', claimed: 'true' })).items).toHaveLength(3)
})

test('a fee above thirty percent is a mistake', async () => {
  const change = (feeBasisPoints: number) =>
    town.call(api.changeMarket, { params: { marketId: town.market.id }, body: { feeBasisPoints } }, { as: operator })
  expect((await change(3_001)).status).toBe(422)
  expect((await change(3_000)).body.feeBasisPoints).toBe(3_000)
  expect((await change(town.market.feeBasisPoints)).status).toBe(200)
})

test('who suspends a business says where its owner can write to', async () => {
  const { id } = await town.publish({ name: 'Written To' })
  const body = { contact: { email: 'hello@boise.example' } }
  await town.call(api.changeMarket, { params: { marketId: town.market.id }, body }, { as: operator })
  await town.suspend(id)
  const [suspension] = (await town.published(businessSuspended)).filter(({ subject }) => subject === id)
  expect(suspension?.data.contactEmail).toBe('hello@boise.example')
})
