import { expect, test } from 'vitest'
import { listingReported } from '@buy-locals/contracts/business/events'
import * as api from '@buy-locals/contracts/business/operations'
import { maxOpenReports } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { newId } from '@buy-locals/values/ids'
import { operator, owner, startBusiness, stranger } from './support.ts'

test('anybody reports what is wrong with a page, its operator alone reads it and takes it off the list, also twice', async () => {
  await using town = await startBusiness()
  const { id: businessId } = await town.publish()
  const report = (body: object, id = businessId) => town.call(api.reportListing, { params: { businessId: id }, body: body as never }) // prettier-ignore
  const list = (as: Id<'person'>) => town.call(api.listListingReports, { params: { marketId: town.market.id } }, { as })
  const resolve = (reportId: Id<'listingReport'>, as: Id<'person'>) => town.call(api.resolveListingReport, { params: { reportId } }, { as }) // prettier-ignore

  expect((await report({ fault: 'closed', note: 'Since May.' })).status).toBe(202)
  expect((await report({ fault: 'haunted' })).status).toBe(422)
  expect((await report({ fault: 'other', note: 'x'.repeat(501) })).status).toBe(422)
  expect((await report({ fault: 'other' }, newId('business'))).status).toBe(404)
  expect((await report({ fault: 'other' }, (await town.register()).id)).status).toBe(404)

  const { body } = await list(operator)
  expect(body.items).toMatchObject([{ fault: 'closed', note: 'Since May.', business: { id: businessId, name: "Joe's Barbers" } }]) // prettier-ignore
  expect([(await list(owner)).status, (await list(stranger)).status]).toEqual([404, 404])
  const reportId = body.items[0]?.id ?? newId('listingReport')
  expect([(await resolve(reportId, owner)).status, (await resolve(newId('listingReport'), operator)).status]).toEqual([404, 404]) // prettier-ignore
  expect((await list(operator)).body.items).toHaveLength(1)
  expect([(await resolve(reportId, operator)).status, (await resolve(reportId, operator)).status]).toEqual([200, 200])
  expect((await list(operator)).body.items).toEqual([])
})

test('reports are read oldest first, page by page', async () => {
  await using town = await startBusiness()
  const { id: businessId } = await town.publish()
  for (const fault of ['closed', 'wrong-phone', 'other'] as const)
    await town.call(api.reportListing, { params: { businessId }, body: { fault } })
  const page = async (cursor?: string) =>
    (await town.call(api.listListingReports, { params: { marketId: town.market.id }, query: { limit: 2, ...(cursor && { cursor }) } }, { as: operator })).body // prettier-ignore
  const first = await page()
  expect(first.items.map(({ fault }) => fault)).toEqual(['closed', 'wrong-phone'])
  expect((await page(first.nextCursor)).items.map(({ fault }) => fault)).toEqual(['other'])
})

test('however many report one page at once, its operator reads a few of them, and one network is stopped', async () => {
  await using town = await startBusiness()
  const { id: businessId } = await town.publish()
  const report = () => town.call(api.reportListing, { params: { businessId }, body: { fault: 'closed' } })
  const statuses = (await Promise.all(Array.from({ length: 35 }, report))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 202)).toHaveLength(30)
  expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  const rows = await town.db.selectFrom('listing_reports').select('id').execute()
  expect(rows).toHaveLength(maxOpenReports)
  const params = { reportId: rows[0]?.id as Id<'listingReport'> }
  await town.call(api.resolveListingReport, { params }, { as: operator })
  await town.advance('PT1M')
  await report()
  await report()
  const all = await town.db.selectFrom('listing_reports').select('id').execute()
  expect(all, 'where one was dealt with there is room for another').toHaveLength(maxOpenReports + 1)
})

test('the operator is notified of the first report of a page in a day, however many follow, resolved or not', async () => {
  await using town = await startBusiness()
  const { id: businessId, name } = await town.publish()
  const { id: other } = await town.publish({ name: 'Other' })
  const report = (id: Id<'business'>, fault: 'closed' | 'other') =>
    town.call(api.reportListing, { params: { businessId: id }, body: { fault, note: 'Since May.' } })
  const notified = async () => (await town.published(listingReported)).map(({ data }) => [data.businessId, data.fault])
  await Promise.all(Array.from({ length: 4 }, () => report(businessId, 'closed')))
  const [first] = (await town.published(listingReported)).map(({ data }) => data)
  expect(first).toMatchObject({ businessId, marketId: town.market.id, name, fault: 'closed' })
  expect(first, 'anybody may have written it').not.toHaveProperty('note')
  const params = { marketId: town.market.id }
  for (const { id: reportId } of (await town.call(api.listListingReports, { params }, { as: operator })).body.items)
    await town.call(api.resolveListingReport, { params: { reportId } }, { as: operator })
  await report(businessId, 'other')
  expect(await notified()).toEqual([[businessId, 'closed']])
  await report(other, 'other')
  await town.advance('PT24H1S')
  await report(businessId, 'other')
  expect(await notified()).toEqual([[businessId, 'closed'], [other, 'other'], [businessId, 'other']]) // prettier-ignore
})
