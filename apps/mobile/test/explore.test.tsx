import { expect, test } from '@jest/globals'
import { screen, userEvent, waitFor, within } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { listMarkets, searchBusinesses } from '@buy-locals/contracts/business/operations'
import { useState } from 'react'
import type { Output } from '@buy-locals/contracts/operation'
import type { Listing } from '@buy-locals/features/place/listings'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { aBusiness, aMarket } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { ExploreScreen } from '../src/explore/explore-screen'
import { startScreen } from './support'

type Found = Output<typeof searchBusinesses>

function aListing(name: string, changes: Partial<Listing> = {}): Listing {
  const { id, categories, location, rating, open, claimed } = aBusiness()
  const slug = name.toLowerCase().replaceAll(' ', '-')
  return { id, slug, name, categories, location, rating, open, claimed, city: 'Boise', bookable: true, ...changes }
}

const foundOf = (...items: Listing[]): Found => ({
  items,
  facets: { category: [{ id: 'hair', count: 2 }, { id: 'yoga', count: 0 }] }, // prettier-ignore
})
const found = (...names: string[]) => foundOf(...names.map((name) => aListing(name)))

function Explore({ from }: { from: SearchFilters }) {
  const [filters, setFilters] = useState(from)
  return <ExploreScreen filters={filters} onFilter={setFilters} />
}

async function startExploring(responses: [Found, ...Found[]], filters: SearchFilters = {}) {
  const app = await startScreen()
  const austin = aMarket({ name: 'Austin', location: { lat: 30.3, lon: -97.7 }, timeZone: 'America/Chicago' })
  app.respond(listMarkets, { items: [aMarket(), austin] })
  app.respond(searchBusinesses, ...responses)
  await app.show(<Explore from={filters} />)
  return { ...app, lastQuery: () => app.received(searchBusinesses).at(-1)?.query }
}

test('what is around is listed, and each business opens its own screen', async () => {
  const app = await startExploring([found('Fenwick', 'Corner')])
  await userEvent.press(await screen.findByRole('link', { name: /Fenwick/ }))
  expect(app.followed).toEqual(['/b/fenwick'])
  expect(screen.getByText('Find and book local businesses in Boise')).toBeTruthy()
  expect(screen.getByText('2 businesses')).toBeTruthy()
  app.end()
})

test('a category and a filter narrow the list, and are pressed again to widen it', async () => {
  const app = await startExploring([found('Fenwick')])
  await userEvent.press(await screen.findByRole('button', { name: 'Hair' }))
  await userEvent.press(screen.getByRole('button', { name: 'Open now' }))
  await waitFor(() => expect(app.lastQuery()).toMatchObject({ category: 'hair', openNow: true }))
  expect(screen.getByText('Hair in Boise')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Yoga' })).toBeNull()
  await userEvent.press(screen.getByRole('button', { name: 'All' }))
  await waitFor(() => expect(app.lastQuery()?.category).toBeUndefined())
  app.end()
})

test('an empty list says what was searched, and each part of it can be let go', async () => {
  const filters = { q: 'sauna', rated: true, near: { lat: 30.2, lon: -97.7 }, place: 'Austin, TX' }
  const app = await startExploring([foundOf(), found('Fenwick')], filters)
  expect(await screen.findByText('No results for “sauna” near Austin, TX')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Map' })).toBeNull()
  for (const name of ['Any rating', 'Search within 28 mi']) expect(screen.getByRole('button', { name })).toBeTruthy()
  const [, remove] = screen.getAllByRole('button', { name: 'Remove “sauna”' })
  if (remove) await userEvent.press(remove)
  expect(await screen.findByRole('link', { name: /Fenwick/ })).toBeTruthy()
  expect(app.lastQuery()).toMatchObject({ near: filters.near, minRating: 4 })
  expect(app.lastQuery()?.q).toBeUndefined()
  app.end()
})

test('what nobody here looks after stands last, under its own heading', async () => {
  const app = await startExploring([foundOf(aListing('Fenwick'), aListing('Corner', { claimed: false }))])
  await screen.findByRole('link', { name: /Fenwick/ })
  const headings = screen.getAllByRole('heading').map(({ children: [text] }) => text)
  expect(headings.slice(-3)).toEqual(['Fenwick', 'Not on Buy Locals yet', 'Corner'])
  app.end()
})

test('the next free times of a service are on its card, and lead into its booking', async () => {
  const serviceId = newId('service')
  const price = { amount: 2500, currency: 'USD' as const }
  const next = { serviceId, serviceName: 'Fade', price, starts: ['2040-03-07T17:00:00Z'] }
  const app = await startExploring([foundOf(aListing('Fenwick', { next }))])
  await userEvent.press(await screen.findByRole('link', { name: /^Book Fade, .*March 7/ }))
  expect(app.followed).toEqual([`/b/fenwick/book/${serviceId}?at=2040-03-07T17:00:00Z`])
  expect(screen.getByText('$25.00')).toBeTruthy()
  app.end()
})

test('a query that was read in another way can be taken as it was typed', async () => {
  const read = { ...found('Fenwick'), reading: { as: 'haircut', q: 'hiarcut' } }
  const app = await startExploring([read], { q: 'hiarcut' })
  await userEvent.press(await screen.findByRole('button', { name: 'Search instead for “hiarcut”' }))
  await waitFor(() => expect(app.lastQuery()).toMatchObject({ q: 'hiarcut', exact: true }))
  app.end()
})

test('the sheet of all filters says how many businesses there would be, and takes them only then', async () => {
  const app = await startExploring([found('Fenwick', 'Corner'), found('Fenwick')])
  await userEvent.press(await screen.findByRole('button', { name: 'All filters' }))
  const day = within(await screen.findByLabelText('Available on'))
  await userEvent.press(day.getByRole('button', { name: 'Tomorrow' }))
  const part = within(await screen.findByLabelText('Time of day'))
  await userEvent.press(part.getByRole('button', { name: 'Evening' }))
  const show = await screen.findByRole('button', { name: 'Show 1 business' })
  expect(screen.queryByRole('button', { name: 'All filters, 2 on' })).toBeNull()
  await userEvent.press(show)
  expect(await screen.findByRole('button', { name: 'All filters, 2 on' })).toBeTruthy()
  await waitFor(() => expect(app.lastQuery()).toMatchObject({ partOfDay: 'evening', limit: 20 }))
  app.end()
})

test('list and map follow each other: pins have the numbers of the list, and a card', async () => {
  const app = await startExploring([
    foundOf(aListing('Fenwick'), aListing('Corner', { location: { lat: 43.7, lon: -116.3 } })),
  ])
  await userEvent.press(await screen.findByRole('button', { name: 'Map' }))
  await userEvent.press(await screen.findByRole('button', { name: '2. Corner' }))
  const cards = within(screen.getByLabelText('Businesses on the map'))
  await userEvent.press(cards.getByRole('link', { name: /Corner/ }))
  expect(app.followed).toEqual(['/b/corner'])
  await userEvent.press(screen.getByRole('button', { name: 'List' }))
  expect(screen.queryByLabelText('Businesses on the map')).toBeNull()
  expect(screen.getByRole('link', { name: /Fenwick/ })).toBeTruthy()
  app.end()
})

test('of a thousand businesses few are rendered', async () => {
  const names = Array.from({ length: 1000 }, (_, at) => `Shop ${at}`)
  const app = await startExploring([found(...names)])
  await screen.findByRole('link', { name: /Shop 0/ })
  expect(screen.getAllByRole('link').length).toBeGreaterThan(5)
  expect(screen.getAllByRole('link').length).toBeLessThanOrEqual(60)
  app.end()
})

test('whoever is offline reads so and tries again', async () => {
  const app = await startScreen()
  app.respond(listMarkets, unreachable, { items: [] })
  await app.show(<Explore from={{}} />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No town is open yet')).toBeTruthy()
  app.end()
})

test('a server that is broken is said to be', async () => {
  const app = await startScreen()
  app.respond(listMarkets, { items: [aMarket()] })
  app.respond(searchBusinesses, refuse('internal'))
  await app.show(<Explore from={{}} />)
  expect(await screen.findByText('This didn’t load')).toBeTruthy()
  app.end()
})
