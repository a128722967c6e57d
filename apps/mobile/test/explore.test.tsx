import { expect, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { listMarkets, searchBusinesses } from '@buy-locals/contracts/business/operations'
import { useState } from 'react'
import type { Output } from '@buy-locals/contracts/operation'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { aBusiness, aMarket } from '@buy-locals/features/testing/examples'
import { ExploreScreen } from '../src/explore/explore-screen'
import { startScreen } from './support'

type Found = Output<typeof searchBusinesses>

function aListing(name: string): Found['items'][number] {
  const { id, categories, location, rating, open, claimed } = aBusiness()
  const slug = name.toLowerCase()
  return { id, slug, name, categories, location, rating, open, claimed, city: 'Boise', bookable: true }
}

const found = (...names: string[]): Found => ({
  items: names.map(aListing),
  facets: { category: [{ id: 'hair', count: 2 }, { id: 'yoga', count: 0 }] }, // prettier-ignore
})

function Explore() {
  const [filters, setFilters] = useState<SearchFilters>({})
  return <ExploreScreen filters={filters} onFilter={setFilters} />
}

async function startExploring(...responses: [Found, ...Found[]]) {
  const app = await startScreen()
  app.respond(listMarkets, { items: [aMarket()] })
  app.respond(searchBusinesses, ...responses)
  await app.show(<Explore />)
  return app
}

test('what is around is listed, and each business opens its own screen', async () => {
  const app = await startExploring(found('Fenwick', 'Corner'))
  await userEvent.press(await screen.findByRole('link', { name: /^Fenwick/ }))
  expect(app.followed).toEqual(['/b/fenwick'])
  expect(screen.getByText('Find and book local businesses in Boise')).toBeTruthy()
  app.end()
})

test('a category and a filter narrow the list, and are pressed again to widen it', async () => {
  const app = await startExploring(found('Fenwick'))
  await userEvent.press(await screen.findByRole('button', { name: 'Hair' }))
  await userEvent.press(screen.getByRole('button', { name: 'Open now' }))
  await waitFor(() =>
    expect(app.received(searchBusinesses).at(-1)?.query).toMatchObject({ category: 'hair', openNow: true }),
  )
  expect(screen.queryByRole('button', { name: 'Yoga' })).toBeNull()
  await userEvent.press(screen.getByRole('button', { name: 'All' }))
  await waitFor(() => expect(app.received(searchBusinesses).at(-1)?.query.category).toBeUndefined())
  app.end()
})

test('where nothing matches, the filters are cleared from there', async () => {
  const app = await startExploring(found('Fenwick'), found(), found('Fenwick'))
  await userEvent.press(await screen.findByRole('button', { name: '4 stars and up' }))
  await userEvent.press(await screen.findByRole('button', { name: 'Clear filters' }))
  expect(await screen.findByRole('link', { name: /^Fenwick/ })).toBeTruthy()
  app.end()
})

test('whoever is offline reads so and tries again', async () => {
  const app = await startScreen()
  app.respond(listMarkets, unreachable, { items: [] })
  await app.show(<Explore />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No town is open yet')).toBeTruthy()
  app.end()
})

test('a server that is broken is said to be', async () => {
  const app = await startScreen()
  app.respond(listMarkets, { items: [aMarket()] })
  app.respond(searchBusinesses, refuse('internal'))
  await app.show(<Explore />)
  expect(await screen.findByText('This didn’t load')).toBeTruthy()
  app.end()
})
