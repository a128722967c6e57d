import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import * as api from '@buy-locals/contracts/business/operations'
import { reindex } from '../src/persistence/search-index.ts'
import { ensureMarket } from '../src/use-cases/ensure-market.ts'
import { importOpenData } from '../src/use-cases/import-open-data.ts'
import { businessChanged } from '@buy-locals/contracts/business/events'
import { always, barber, boiseRows, operator, owner, startBusiness } from './support.ts'

/** Friday 20 March 2026, one in the morning in Boise. */
const now = '2026-03-20T07:00:00Z'
let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness(now)
  const thursdayNight = [{ day: 4, opens: '18:00', closes: '02:00' }]
  await town.publish({ name: 'Night bar' }, { weekly: thursdayNight })
  await town.publish({ name: 'Early bird' }, { weekly: [{ day: 5, opens: '06:00', closes: '12:00' }] })
  await town.publish({ name: 'Cut short' }, { weekly: thursdayNight, special: [{ date: '2026-03-19', opens: '18:00', closes: '23:00' }] }) // prettier-ignore
  await town.publish({ name: 'Closed on Friday' }, { weekly: [...thursdayNight, { day: 5, opens: '00:00', closes: '24:00' }], special: [{ date: '2026-03-20', closed: true }] }) // prettier-ignore
  await town.publish({ name: 'Opened for once' }, { weekly: [], special: [{ date: '2026-03-19', opens: '20:00', closes: '01:01' }] }) // prettier-ignore
})
afterAll(() => town[Symbol.asyncDispose]())

const openAt = async (openAt: string) => (await town.named({ openAt })).sort()

test("the tail of last night's shift is open at 1 am", async () => {
  expect(await town.named({ openNow: true })).toContain('Night bar')
  const { open } = (await town.read('night-bar-boise')).body
  expect(open).toEqual({ isOpen: true, nextChange: '2026-03-20T08:00:00Z' })
})

test('at the opening it is open, at the closing no longer', async () => {
  expect(await openAt('2026-03-20T07:59:59Z')).toContain('Night bar')
  expect(await openAt('2026-03-20T08:00:00Z')).not.toContain('Night bar')
  expect(await openAt('2026-03-20T11:59:00Z')).not.toContain('Early bird')
  expect(await openAt('2026-03-20T06:00:00-06:00')).toContain('Early bird')
})

test('a special closure today beats weekly hours, and leaves the night before', async () => {
  expect(await openAt('2026-03-20T07:30:00Z')).toContain('Closed on Friday')
  expect(await openAt('2026-03-20T15:00:00Z')).toEqual(['Early bird'])
  expect(await openAt('2026-03-27T15:00:00Z')).toContain('Closed on Friday')
})

test('special hours of yesterday replace the whole shift, its tail too', async () => {
  expect(await town.named({ openNow: true })).not.toContain('Cut short')
  expect(await openAt('2026-03-20T04:00:00Z')).toContain('Cut short')
  expect(await openAt('2026-03-20T07:00:30Z')).toContain('Opened for once')
  expect(await openAt('2026-03-20T07:01:00Z')).not.toContain('Opened for once')
})

test('the list and the search agree about who is open, hour by hour', async () => {
  for (let hour = 0; hour < 48; hour += 3) {
    const found = await openAt(new Date(Date.parse(now) + hour * 3_600_000).toISOString())
    const expected = (await town.search()).items.filter(({ open }) => open?.isOpen).map(({ name }) => name)
    expect(found).toEqual(expected.sort())
    await town.advance('PT3H')
  }
})

test('hours unknown is never closed', async () => {
  const { db, clock, market } = town
  await importOpenData({ db, clock }, (await boiseRows()).slice(0, 5), await ensureMarket({ db, clock }, market))
  const unclaimed = (await town.search()).items.filter(({ source }) => source === 'open-data')
  expect(unclaimed).toHaveLength(5)
  for (const { open, id } of unclaimed) {
    expect(open).toBeNull()
    const { body } = await town.read(id)
    expect(body).toMatchObject({ open: null, claimed: false })
    expect(body).not.toHaveProperty('hours')
  }
  const open = (await town.search({ openNow: true })).items
  expect(open.map(({ id }) => id)).not.toEqual(expect.arrayContaining([unclaimed[0]?.id]))
})

test('a zone that PostgreSQL does not know is refused, and a row that has one fails no search', async () => {
  const { call, db } = town
  const body = barber({ timeZone: 'America/Nowhere' })
  expect((await call(api.registerBusiness, { body }, { as: owner })).status).toBe(422)
  const names = [...Intl.supportedValuesOf('timeZone'), 'America/Coyhaique', 'EST5EDT', 'US/Pacific-New', 'Asia/Hanoi']
  const { rows } = await sql<{ name: string }>`select name from unnest(${names}::text[]) name where not knows_zone(name)`.execute(db) // prettier-ignore
  for (const { name } of rows)
    expect((await call(api.registerBusiness, { body: barber({ timeZone: name }) }, { as: owner })).status).toBe(422)
  const { id } = await town.publish({ name: 'Lost in time' })
  await db.updateTable('businesses').set({ time_zone: 'Mars/Olympus' }).where('id', '=', id).execute()
  await db.transaction().execute((tx) => reindex(tx, [id]))
  expect(await town.named()).toContain('Lost in time')
  expect(await town.named({ openNow: true })).not.toContain('Lost in time')
})

test('zones that were stored before are mended: a market has that of its businesses, a business that of its market', async () => {
  await using old = await startBusiness()
  const { db } = old
  const { id } = await old.publish({ name: 'On Mars' })
  const { id: neighbor } = await old.publish({ name: 'At home' })
  for (const time_zone of ['Mars/Olympus', 'Foo/Bar+3', 'US/Pacific-New', 'EST5EDT']) {
    await db.updateTable('markets').set({ time_zone }).execute()
    await db.updateTable('businesses').set({ time_zone }).where('id', '=', id).execute()
    const { version } = await db.selectFrom('businesses').select('version').where('id', '=', id).executeTakeFirstOrThrow() // prettier-ignore
    await old.runMigration('006_known-zones.sql')
    const zones = await db.selectFrom('businesses').select(['id', 'time_zone', 'version']).execute()
    expect(zones).toContainEqual({ id, time_zone: 'America/Boise', version: version + 1 })
    expect(zones).toContainEqual(expect.objectContaining({ id: neighbor, time_zone: 'America/Boise' }))
    expect(await db.selectFrom('markets').select('time_zone').execute()).toEqual([{ time_zone: 'America/Boise' }])
  }
  await db.updateTable('businesses').set({ time_zone: 'america/denver' }).where('id', '=', id).execute()
  await old.runMigration('006_known-zones.sql')
  expect((await old.read(id)).body.timeZone, 'one that is known stays').toBe('america/denver')
})

test('a stored zone that nobody knows any more fails nothing: the business has that of its place', async () => {
  const { call, db, market } = town
  const { id, slug } = await town.publish({ name: 'Lost on Mars' })
  await db.updateTable('businesses').set({ time_zone: 'Mars/Olympus' }).where('id', '=', id).execute()
  const { time_zone } = await db.selectFrom('markets').select('time_zone').executeTakeFirstOrThrow()
  await db.updateTable('markets').set({ time_zone: 'Mars/Olympus' }).execute()
  const zones = async () => [
    (await town.read(slug)).body.timeZone,
    (await town.read(id, owner)).body.timeZone,
    (await call(api.listMarkets, {})).body.items[0]?.timeZone,
    (await call(api.listMarketBusinesses, { params: { marketId: market.id }, query: { status: 'published', limit: 100 } }, { as: operator })).body.items.find((business) => business.id === id)?.timeZone,
  ] // prettier-ignore
  expect(await zones()).toEqual(Array(4).fill('America/Boise'))
  expect((await town.read(id)).body.open).not.toBeNull()
  await call(api.changeHours, { params: { businessId: id }, body: always }, { as: owner })
  const events = (await town.published(businessChanged)).filter(({ data }) => data.id === id)
  expect(events.at(-1)?.data.timeZone, 'a change brings it to the other services').toBe('America/Boise')
  await db.updateTable('markets').set({ time_zone }).execute()
})
