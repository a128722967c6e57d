// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { listDetailPhotos, readBusiness, reportListing } from '@buy-locals/contracts/business/operations'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { choose, fill, press } from '@buy-locals/features/testing/acts'
import { aBusiness, aService, aShownPhoto, aStaffMember } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite } from './support'

type Site = Awaited<ReturnType<typeof startSite>>

function openBusiness(site: Site, count: number, changes?: Parameters<typeof aService>[1]): void {
  const business = aBusiness({ slug: 'fenwick' })
  const names = Array.from({ length: count }, (_, n) => `Number ${n + 1}`)
  site.respond(readBusiness, business)
  site.respond(listServices, {
    items: names.map((name) => aService(business.id, { id: newId('service'), name, ...changes })),
  })
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
  press('Show all 30 staff')
  expect(listed('Team')).toHaveLength(30)
})

test('a service and a member of staff are shown with their photos, the others without', async () => {
  using site = await startSite()
  const business = aBusiness()
  const [cut, shave] = ['Cut', 'Shave'].map((name) => aService(business.id, { id: newId('service'), name }))
  const [ana, ben] = ['Ana', 'Ben'].map((name) => aStaffMember(business.id, { id: newId('staff'), name }))
  if (!cut || !shave || !ana || !ben) throw new Error('two of each')
  site.respond(readBusiness, business)
  site.respond(listServices, { items: [cut, shave] })
  site.respond(listStaff, { items: [ana, ben] })
  site.respond(listReviews, refuse('not-found'))
  site.respond(listDetailPhotos, { items: [{ of: cut.id, photo: aShownPhoto('A fade') }, { of: ana.id, photo: aShownPhoto() }] }) // prettier-ignore
  site.open('/b/fenwick')
  await heading('Services')
  const [withPhoto, without] = listed('Services')
  expect(
    within(withPhoto as HTMLElement)
      .getByRole('img', { name: 'A fade' })
      .getAttribute('src'),
  ).toBe('/640.jpeg')
  expect(without?.querySelector('img')).toBeNull()
  const photos = () => listed('Team').map((item) => item.querySelector('img')?.getAttribute('src'))
  await waitFor(() => expect(photos()).toEqual(['/320.jpeg', undefined])) // an image of React Native begins in an effect
  expect(business.id).toBe(site.received(listDetailPhotos)[0]?.params.businessId)
})

test.for([
  [1, '1'],
  [3, '3'],
  [5, '3'],
  [6, '3'],
  [7, '4'],
] as const)('%i photos beside the cover are in rows that have little empty', async ([further, columns]) => {
  using site = await startSite()
  const business = aBusiness({ photos: Array.from({ length: further + 1 }, (_, n) => aShownPhoto(`Photo ${n}`)) })
  site.respond(readBusiness, business)
  site.respond(listServices, { items: [] })
  site.respond(listStaff, { items: [] })
  site.respond(listReviews, refuse('not-found'))
  site.open('/b/fenwick')
  await heading('Photos')
  expect(listed('Photos')).toHaveLength(further)
  const list = within(screen.getByRole('region', { name: 'Photos' })).getByRole('list')
  expect(list.style.getPropertyValue('--columns')).toBe(columns)
})

test('a business that was published a moment ago is shown, though its reviews are not there yet', async () => {
  using site = await startSite()
  openBusiness(site, 1)
  await heading('Services')
  expect(listed('Services')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull()
})

test('a preview offers nothing to press that only a published page does', async () => {
  using site = await startSite()
  openBusiness(site, 1)
  await heading('Services')
  expect(screen.getAllByRole('link', { name: 'Choose a service' })).toHaveLength(1)
  cleanup()
  site.respond(readBusiness, aBusiness({ slug: 'fenwick', status: 'pending' }))
  site.open('/b/fenwick')
  await screen.findByText('Preview')
  expect(listed('Services')).toHaveLength(1)
  expect(screen.queryByRole('link', { name: 'Choose a service' })).toBeNull()
})

test('of a deposit the page says what is paid now and what at the appointment', async () => {
  using site = await startSite()
  const usd = (amount: number) => ({ amount, currency: 'USD' as const })
  const quote = { price: usd(4500), deposit: usd(1200), dueNow: usd(1200), payment: 'online' as const }
  openBusiness(site, 1, { quote })
  await heading('Services')
  screen.getByText(/\$12\.00 deposit, \$33\.00 due at appointment/)
  screen.getByText(/We pay the business after your visit/)
})

test('where the map has no streets, a place has its address, how far it is and the way there, and no empty map', async () => {
  using site = await startSite()
  openBusiness(site, 1)
  await heading('Where')
  expect(screen.getByText(/^[\d.]+ mi from the center of Boise$/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Directions' }).getAttribute('href')).toContain('1%20Main%20St%2C%20Boise')
  expect(screen.queryByRole('button', { name: 'Show map' })).toBeNull()
})

test('where it has, the streets around a place are shown to whoever wants them', async () => {
  using site = await startSite()
  site.visit.config.map = { style: 'https://tiles.example/style', hasStreets: true }
  openBusiness(site, 1)
  await heading('Where')
  expect(screen.getByRole('button', { name: 'Show map' })).toBeTruthy()
})

test('a problem with a listing is reported with what is wrong, and what is missing is said', async () => {
  using site = await startSite()
  site.respond(readBusiness, aBusiness({ slug: 'fenwick' }))
  site.respond(reportListing, {})
  site.open('/b/fenwick/report')
  await heading('Report a problem with this listing')
  press('Send report')
  expect(await screen.findByText('Select what’s wrong')).toBeTruthy()
  choose('Something else')
  press('Send report')
  expect(await screen.findByText('Enter what’s wrong')).toBeTruthy()
  fill('Details', 'It is a bank now.')
  press('Send report')
  await heading('We’ve received your report')
  expect(site.received(reportListing)).toMatchObject([{ body: { fault: 'other', note: 'It is a bank now.' } }])
})
