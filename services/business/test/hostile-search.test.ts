import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import * as api from '@buy-locals/contracts/business/operations'
import { near, owner, startBusiness } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
  for (const name of ['Joe one', 'Joe two', 'Joe three']) await town.publish({ name })
})
afterAll(() => town[Symbol.asyncDispose]())

const status = async (query: string) => {
  const response = await fetch(`${town.url}/v1/businesses?${query}`)
  const body = (await response.json()) as { errors?: { pointer: string }[] }
  return [response.status, ...(body.errors ?? []).map(({ pointer }) => pointer)]
}

test('a search that makes no sense is refused with the part that is wrong', async () => {
  const refused = {
    '': '/query',
    'near=NaN,NaN': '/query/near',
    'near=43.6,-116.2,1': '/query/near',
    'near=91,0': '/query/near/lat',
    'near=1e3,0': '/query/near',
    [`near=${near}&radius=100001`]: '/query/radius',
    [`near=${near}&radius=NaN`]: '/query/radius',
    [`near=${near}&radius=-1`]: '/query/radius',
    [`near=${near}&limit=101`]: '/query/limit',
    [`near=${near}&limit=0`]: '/query/limit',
    [`near=${near}&bbox=-1,-1,1,1`]: '/query',
    'bbox=179,-10,-179,10': '/query/bbox',
    'bbox=-1,-1,Infinity,1': '/query/bbox',
    'bbox=0,0,0,0': '/query/bbox',
    'bbox=-1,-1,1,1&sort=distance': '/query',
    [`near=${near}&category=constructor`]: '/query/category',
    [`near=${near}&bookableOn=2026-02-30`]: '/query/bookableOn',
    [`near=${near}&bookableOn=2026-03-20&partOfDay=night`]: '/query/partOfDay',
    [`near=${near}&partOfDay=morning`]: '/query',
    [`near=${near}&bookableOn=0000-01-01`]: '/query/bookableOn',
    [`near=${near}&openAt=0001-01-01T00:00:00%2B23:59`]: '/query/openAt',
    [`near=${near}&minRating=NaN`]: '/query/minRating',
    [`near=${near}&q=${'x'.repeat(81)}`]: '/query/q',
    [`near=${near}&q=%00`]: '/query',
    [`near=${near}&cursor=AAAA`]: '/query/cursor',
    [`near=${near}&sort=price;drop`]: '/query/sort',
    [`near=${near}&near=${near}`]: '/query/near',
  }
  for (const [query, pointer] of Object.entries(refused)) expect([query, await status(query)]).toEqual([query, [422, pointer]]) // prettier-ignore
})

test('strange searches get a response, and find nothing they should not', async () => {
  const strange = [
    "') or true --", "\\'; select pg_sleep(9)", ':* & | ! <->', '%', '_', '\u202e\u200b', '🏳️‍🌈', '\u0301', 'İ', 'ß', '理髪店',
    'a'.repeat(80), 'null', '__proto__', '{joe}', '"joe" | "', 'joe:*|x', '𝕛𝕠𝕖', '１', '-1',
  ] // prettier-ignore
  for (const q of strange) {
    const outcome = await status(`near=${near}&q=${encodeURIComponent(q)}`)
    expect([q, outcome]).toEqual([q, [200]])
  }
  for (const query of [
    'near=90,180',
    'near=-90,-180&radius=100000',
    'near=0,180&radius=50',
    'bbox=-180,-90,180,90',
    'bbox=-180,89.9,180,90',
  ]) {
    expect([query, await status(query)]).toEqual([query, [200]])
    expect([query, await status(`${query}&openNow=true&q=joe&sort=rating`)]).toEqual([query, [200]])
  }
  expect(await status(`near=${near}&openAt=2026-03-20T10:00:00%2B23:59&bookableOn=9999-12-31`)).toEqual([200])
})

test('a cursor of another search is refused', async () => {
  const { nextCursor = '' } = await town.search({ near, limit: 1 })
  expect(await status(`near=${near}&limit=2&cursor=${nextCursor}`)).toEqual([200])
  for (const other of [
    'near=43.6,-116.2',
    `near=${near}&q=joe`,
    `near=${near}&category=hair`,
    `near=${near}&sort=rating`,
    `near=${near}&openNow=true`,
  ]) {
    expect(await status(`${other}&limit=1&cursor=${nextCursor}`)).toEqual([422, '/query/cursor'])
  }
})

test('a name made of marks is shown as it is, without what hides text, and breaks nothing', async () => {
  const name = `<script>alert(1)</script> '"\`; drop table businesses; -- 𓀀`
  const { id } = await town.publish({ name: `${name} \u202e`, description: "\\' %s {{7*7}}" })
  expect((await town.read(id)).body.name).toBe(name)
  expect(await town.named({ q: 'script alert' })).toEqual([name])
})

test('a business with twenty thousand services is indexed all the same, by the first of them', async () => {
  await using town = await startBusiness()
  const { id } = await town.publish({ name: 'Endless Shop' })
  await sql`insert into services (service_id, business_id, name, active, version)
    select 'svc_' || lpad(n::text, 26, '0'), ${id}, repeat(md5(n::text), 2) || ' cut' || n, true, 1
    from generate_series(1, 20000) n`.execute(town.db)
  const { status } = await town.call(
    api.changeBusiness,
    { params: { businessId: id }, body: { description: 'More' } },
    { as: owner, headers: { 'if-match': '"4"' } },
  )
  expect(status).toBe(200)
  expect(await town.named({ q: 'Endless Shop' })).toEqual(['Endless Shop'])
})

test('a name of which nobody can see anything, stored before such names were refused, is replaced and fails no answer', async () => {
  const { id } = await town.publish({ name: 'Joe four' })
  await town.publish({ name: 'Joe 床屋' })
  const migration = readFileSync(new URL('../migrations/005_visible-names.sql', import.meta.url), 'utf8')
  const store = (name: string) => town.db.updateTable('businesses').set({ name }).where('id', '=', id).execute()
  for (const hidden of ['\u200B\u2060', '\u202E', '\u3164 \u2800', '\u0301', '\u{E0041}']) {
    await store(hidden)
    expect((await town.read(id)).status).toBe(500)
    for (const statement of migration.split(/;\n/).slice(0, -1)) await sql.raw(statement).execute(town.db)
    expect((await town.read(id)).body).toMatchObject({ name: 'Unnamed business' })
  }
  expect(await town.named({ q: '床屋' })).toEqual(['Joe 床屋'])
})
