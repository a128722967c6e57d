// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findSuggestions, searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite } from './support'

type Listing = Output<typeof searchBusinesses>['items'][number]

const listing = (name: string, changes: Partial<Listing> = {}): Listing => ({
  ...{
    id: newId('business'),
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    categories: ['hair'],
    city: 'Boise',
  },
  ...{ location: { lat: 43.6, lon: -116.2 }, rating: { mean: 0, count: 0 }, open: null, claimed: true, bookable: true },
  ...changes,
})

let stored: Map<string, string>
let site: Awaited<ReturnType<typeof startSite>>
beforeEach(async () => {
  stored = new Map()
  const getItem = (key: string) => stored.get(key) ?? null
  vi.stubGlobal('localStorage', { getItem, setItem: (key: string, value: string) => stored.set(key, value) })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  site = await startSite()
})
afterEach(() => {
  site[Symbol.dispose]()
  vi.unstubAllGlobals()
})

const find = (items: Listing[], more: object = {}) =>
  site.respond(searchBusinesses, { items, facets: { category: [] }, ...more })

test('once a day is chosen its parts stand below the other filters, where a phone scrolls nothing away', async () => {
  find([listing('Third Street Barber')])
  site.open('/?on=2027-06-01')
  const parts = await screen.findByRole('group', { name: 'Time of day' })
  expect(
    within(parts)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Morning', 'Afternoon', 'Evening'])
  expect(parts.closest('[data-scroll]')).toBeNull()
})

test('what nobody here looks after stands last, under its own heading', async () => {
  find([listing('Third Street Barber'), listing('Corner Cuts', { claimed: false, bookable: false })])
  site.open('/?q=barber')
  expect(await screen.findByRole('heading', { name: 'Third Street Barber', level: 2 })).toBeTruthy()
  const others = screen.getByRole('region', { name: 'Not on Buy Locals yet' })
  expect(
    within(others)
      .getAllByRole('heading', { level: 3 })
      .map((it) => it.textContent),
  ).toEqual(['Corner Cuts'])
})

test('a query that was read in another way says so, and can be taken as it was typed', async () => {
  find([listing('Third Street Barber')], { reading: { as: 'haircut', q: 'hiarcut' } })
  site.open('/?q=hiarcut')
  expect(await screen.findByText('Showing results for “haircut”')).toBeTruthy()
  const instead = screen.getByRole('link', { name: 'Search instead for “hiarcut”' })
  expect(instead.getAttribute('href')).toBe('/?q=hiarcut&exact=1')
})

test('an empty list says what was searched, and each part of it can be let go', async () => {
  find([])
  site.open('/?q=sauna&category=spa&open=1&rated=1&near=43.6,-116.2&place=Boise')
  await heading('No results for “sauna” near Boise')
  const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
  expect(links).toContainEqual(['Remove “sauna”', expect.not.stringContaining('q=sauna')])
  expect(links).toContainEqual(['All categories', expect.not.stringContaining('category=')])
  expect(links).toContainEqual(['Open or closed', expect.not.stringContaining('open=1')])
  expect(links).toContainEqual(['Any rating', expect.not.stringContaining('rated=1')])
  expect(screen.queryByRole('button', { name: 'Map' }), 'it would cover them').toBeNull()
})

test('what was found is on the map too', async () => {
  find([listing('Third Street Barber')])
  site.open('/?q=barber')
  expect(await screen.findByRole('button', { name: 'Map' })).toBeTruthy()
})

test('the next free times of a service are on its card, and lead into its booking', async () => {
  const serviceId = newId('service')
  const starts = ['2026-11-21T21:30:00Z', '2026-11-22T16:00:00Z', '2026-11-27T16:00:00Z']
  const next = { serviceId, serviceName: 'Fade', price: { amount: 2500, currency: 'USD' as const }, starts }
  find([listing('Third Street Barber', { next })])
  site.open('/?on=2026-11-21')
  const times = within(await screen.findByRole('list', { name: 'Next times for Fade' }))
  expect(times.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['2:30 PM', 'Tomorrow9:00 AM', 'Fri, Nov 279:00 AM']) // prettier-ignore
  const [first] = times.getAllByRole('link', { name: 'Book Fade, Saturday, November 21 at 2:30 PM' })
  expect(first?.getAttribute('href')).toBe(`/b/third-street-barber/book/${serviceId}?at=2026-11-21T21:30:00Z`)
  expect(screen.getByText('Fade · Today')).toBeTruthy()
  expect(screen.getByText('$25.00')).toBeTruthy()
})

test('a day and a part of it that is not over are links, and the other filters keep them', async () => {
  find([])
  site.open('/?on=2026-11-22&part=afternoon&rated=1')
  await heading('No results near Boise')
  const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(site.received(searchBusinesses).at(-1)?.query).toMatchObject({ bookableOn: '2026-11-22', partOfDay: 'afternoon' }) // prettier-ignore
  expect(screen.getByRole('link', { name: 'Afternoon' }).getAttribute('aria-current')).toBe('page')
  expect(hrefOf('Evening')).toBe('/?on=2026-11-22&part=evening&rated=1')
  expect(hrefOf('Afternoon')).toBe('/?on=2026-11-22&rated=1')
  expect(hrefOf('Available tomorrow')).toBe('/?rated=1')
  expect(hrefOf('Open now')).toBe('/?open=1&on=2026-11-22&part=afternoon&rated=1')
  expect(hrefOf('Any time of day')).toBe('/?on=2026-11-22&rated=1')
  expect(hrefOf('Any day')).toBe('/?rated=1')
})

test('a part of today that is over is no choice, and none is kept from another day', async () => {
  find([]) // it is one in the afternoon
  site.open('/?on=2026-11-21&part=afternoon')
  await heading('No results near Boise')
  const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(screen.queryByRole('link', { name: 'Morning' })).toBeNull()
  expect(hrefOf('Evening')).toBe('/?on=2026-11-21&part=evening')
  expect(hrefOf('Available tomorrow')).toBe('/?on=2026-11-22&part=afternoon')
  cleanup()
  site.open('/?on=2026-11-22&part=morning')
  await screen.findByRole('link', { name: 'Morning' })
  expect(hrefOf('Available today')).toBe('/?on=2026-11-21')
})

test('suggestions are reached by the keyboard alone, and chosen', async () => {
  find([listing('Third Street Barber')])
  site.respond(findSuggestions, {
    items: [
      { kind: 'category', category: 'hair' },
      { kind: 'service', name: 'Haircut' },
      { kind: 'business', slug: 'hairlines', name: 'Hairlines', city: 'Boise' },
    ],
  })
  site.open('/')
  const field = await screen.findByRole('combobox', { name: 'What' })
  expect(field.getAttribute('aria-expanded')).toBe('false')
  const press = (...keys: string[]) => keys.forEach((key) => void fireEvent.keyDown(field, { key }))
  field.focus()
  fireEvent.change(field, { target: { value: 'hair' } })
  const options = await screen.findAllByRole('option')
  expect(options).toHaveLength(3)
  expect(field.getAttribute('aria-expanded')).toBe('true')
  press('ArrowDown', 'ArrowDown')
  expect(field.getAttribute('aria-activedescendant')).toBe(options[1]?.id)
  expect(options[1]?.getAttribute('aria-selected')).toBe('true')
  press('Escape')
  expect(screen.queryByRole('option')).toBeNull()
  press('ArrowDown', 'ArrowDown', 'Enter')
  expect(await heading('“Haircut” in Boise')).toBeTruthy()
  expect(site.received(searchBusinesses).at(-1)?.query.q).toBe('Haircut')
})

test('what was searched before is offered on this device, until it is cleared', async () => {
  stored.set('recent-searches', JSON.stringify(['nail salon', 'yoga']))
  find([listing('Third Street Barber')])
  site.open('/')
  const field = await screen.findByRole('combobox', { name: 'What' })
  field.focus()
  fireEvent.click(field)
  expect((await screen.findAllByRole('option')).map((it) => it.textContent)).toEqual(['nail salonRecent search', 'yogaRecent search', 'Clear recent searches']) // prettier-ignore
  fireEvent.click(screen.getByRole('option', { name: 'Clear recent searches' }))
  expect(screen.queryByRole('option')).toBeNull()
  expect(stored.get('recent-searches')).toBe('[]')
})
