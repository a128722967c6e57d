// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { press } from '@buy-locals/features/testing/acts'
import { aBusiness, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite } from './support'

type Site = Awaited<ReturnType<typeof startSite>>

function openBusiness(site: Site, count: number): void {
  const business = aBusiness({ slug: 'fenwick' })
  const names = Array.from({ length: count }, (_, n) => `Number ${n + 1}`)
  site.respond(readBusiness, business)
  site.respond(listServices, { items: names.map((name) => aService(business.id, { id: newId('service'), name })) })
  site.respond(listStaff, { items: names.map((name) => aStaffMember(business.id, { id: newId('staff'), name })) })
  site.respond(listReviews, refuse('not-found'))
  site.open('/b/fenwick')
}
const listed = (name: string) => within(screen.getByRole('region', { name })).getAllByRole('listitem')

test('of many services and people the first are shown, all on request, and the reader goes on there', async () => {
  using site = await startSite()
  openBusiness(site, 30)
  await heading('Services')
  expect([listed('Services').length, listed('Team').length]).toEqual([24, 12])
  press('Show all 30 services')
  expect(listed('Services')).toHaveLength(30)
  expect(document.activeElement).toBe(listed('Services')[24])
  press('Show all 30 people')
  expect(listed('Team')).toHaveLength(30)
})

test('a business that was published a moment ago is shown, though its reviews are not there yet', async () => {
  using site = await startSite()
  openBusiness(site, 1)
  await heading('Services')
  expect(listed('Services')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull()
})
