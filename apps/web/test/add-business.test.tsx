// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as business from '@buy-locals/contracts/business/operations'
import { choose, errorOf, field, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { heading, startSite, text } from './support'

const gardenCity = {
  label: '83714 Garden City, ID',
  address: { city: 'Garden City', region: 'ID', postcode: '83714', country: 'US' },
  location: { lat: 43.65, lon: -116.25 },
  precision: 'postcode',
} as const

async function startAdding(haveAddresses = false) {
  const site = await startSite({ me: aPerson() })
  site.visit.config.places = { haveAddresses }
  const added = aBusiness({ status: 'draft', name: 'Moreno Yoga' })
  site.respond(business.suggestPlaces, {
    items: [{ id: 'zip.83714', label: gardenCity.label, source: 'gazetteer' }],
  })
  site.respond(business.readPlace, gardenCity)
  site.respond(business.registerBusiness, added)
  site.respond(business.changeHours, added)
  site.respond(business.publishBusiness, { ...added, status: 'pending' })
  site.open('/add-business')
  await heading('Add your business')
  return Object.assign(site, { added })
}

function fillFirstTwoSteps() {
  fill('Business name', 'Moreno Yoga')
  fill('Category', 'yoga')
  fill('Short description', 'Slow mornings.')
  press('Continue')
}

async function fillPlace() {
  fill('City or ZIP code', '83714')
  await screen.findByRole('radio', { name: '83714 Garden City, ID' })
  choose('83714 Garden City, ID')
  fill('Street address', '2 Main St')
  fill('Phone number', '(208) 555-0100')
  press('Continue')
}

test('three short steps add a business with its place and hours, and ask for its approval', async () => {
  using site = await startAdding()
  fillFirstTwoSteps()
  await screen.findByLabelText('City or ZIP code')
  await fillPlace()
  await heading('When are you open?')
  tick('Monday')
  fill('Opens', '07:00', within(screen.getByRole('group', { name: 'Tuesday' })))
  press('Add business')
  await heading('Moreno Yoga is submitted for review')
  await text(/^It appears on the site once/)
  expect(site.received(business.registerBusiness)[0]?.body).toEqual({
    name: 'Moreno Yoga',
    categories: ['yoga'],
    description: 'Slow mornings.',
    address: { street: '2 Main St', city: 'Garden City', region: 'ID', postcode: '83714', country: 'US' },
    location: gardenCity.location,
    phone: '+12085550100',
  })
  expect(site.received(business.changeHours)[0]).toMatchObject({
    params: { businessId: site.added.id },
    body: {
      weekly: [2, 3, 4, 5].map((day) => ({ day, opens: day === 2 ? '07:00' : '09:00', closes: '17:00' })),
      special: [],
    },
  })
})

test('each step says what it lacks before the next one is shown', async () => {
  using site = await startAdding()
  press('Continue')
  await text('Enter the name of the business')
  expect(errorOf('Business name')).toBe('Enter the name of the business')
  expect(errorOf('Category')).toBe('Choose a category')
  fillFirstTwoSteps()
  await screen.findByLabelText('City or ZIP code')
  fill('Phone number', '208 555')
  press('Continue')
  await text('Choose your city from the list')
  expect(errorOf('Phone number')).toBe('Enter a phone number with its area code, like (208) 555-0123')
  await fillPlace()
  await heading('When are you open?')
  fill('Closes', '', within(screen.getByRole('group', { name: 'Tuesday' })))
  press('Add business')
  const tuesday = within(screen.getByRole('group', { name: 'Tuesday' }))
  await waitFor(() => expect(errorOf('Closes', tuesday)).toBe('Enter both times for Tuesday'))
  expect(errorOf('Opens', tuesday)).toBeUndefined()
  expect(document.activeElement, 'where it can be mended').toBe(field('Closes', tuesday))
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) tick(day)
  expect(screen.queryByText('Enter both times for Tuesday'), 'it may be right now').toBeNull()
  press('Add business')
  await text('Choose at least one day')
  expect(site.received(business.registerBusiness)).toEqual([])
})

test('whoever goes back finds what they wrote', async () => {
  using site = await startAdding()
  fillFirstTwoSteps()
  await screen.findByLabelText('City or ZIP code')
  await fillPlace()
  await heading('When are you open?')
  press('Back')
  expect(field('Street address').value).toBe('2 Main St')
  expect(field('City or ZIP code').value).toBe('83714 Garden City, ID')
  press('Back')
  expect(field('Business name').value).toBe('Moreno Yoga')
  expect(field('Category').value).toBe('yoga')
  expect(field('Short description').value).toBe('Slow mornings.')
  expect(site.received(business.registerBusiness)).toEqual([])
})

test('a town that nobody knows is said, with what to try', async () => {
  using site = await startAdding()
  site.respond(business.suggestPlaces, { items: [] })
  fillFirstTwoSteps()
  await screen.findByLabelText('City or ZIP code')
  fill('City or ZIP code', 'Nowhere')
  await text('We can’t find that city. Try the ZIP code.')
})

test('an address that is chosen brings its street along, under the name of Google, in one session', async () => {
  using site = await startAdding(true)
  const label = '1600 W Grove St, Boise, ID 83702, USA'
  const address = { street: '1600 West Grove Street', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
  const suggestion = { id: 'ChIJ_grove', label, source: 'google' } as const
  site.respond(business.suggestPlaces, { items: [suggestion] })
  site.respond(business.readPlace, { label, address, location: gardenCity.location, precision: 'exact' })
  fillFirstTwoSteps()
  await screen.findByLabelText('Address, city or ZIP code')
  fill('Address, city or ZIP code', '1600 W Grove')
  await screen.findByRole('radio', { name: label })
  await text('Google Maps')
  choose(label)
  await screen.findByDisplayValue('1600 West Grove Street')
  press('Continue')
  await heading('When are you open?')
  const [typed] = site.received(business.suggestPlaces)
  const reads = site.received(business.readPlace)
  expect(reads).toHaveLength(1)
  expect(reads[0]).toMatchObject({ params: { placeId: 'ChIJ_grove' }, query: { session: typed?.query?.session } })
})

test('pressing again after a failure does not add the business twice', async () => {
  using site = await startAdding()
  site.respond(business.changeHours, refuse('internal'), site.added)
  fillFirstTwoSteps()
  await screen.findByLabelText('City or ZIP code')
  await fillPlace()
  await heading('When are you open?')
  press('Add business')
  await text('Something went wrong on our side. Try again in a moment.')
  press('Add business')
  await heading('Moreno Yoga is submitted for review')
  expect(site.received(business.registerBusiness)).toHaveLength(1)
})

test('whoever is not signed in is asked to do that first, and comes back here', async () => {
  using site = await startSite()
  site.open('/add-business')
  await text('Sign in or create an account first. That account will own the business.')
  const link = screen.getByRole('link', { name: 'Create an account' })
  expect(link.getAttribute('href')).toBe('/sign-up?to=%2Fadd-business')
})
