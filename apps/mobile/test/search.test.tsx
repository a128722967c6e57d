import { expect, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { findPlaces, findSuggestions, listMarkets } from '@buy-locals/contracts/business/operations'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { aMarket } from '@buy-locals/features/testing/examples'
import { SearchScreen } from '../src/search/search-screen'
import { startScreen } from './support'

async function startSearching() {
  const app = await startScreen()
  const searches: SearchFilters[] = []
  app.respond(listMarkets, { items: [aMarket()] })
  app.respond(findSuggestions, {
    items: [
      { kind: 'category', category: 'hair' },
      { kind: 'service', name: 'Hair color' },
      { kind: 'business', slug: 'hairport', name: 'Hairport', city: 'Boise' },
    ],
  })
  await app.show(<SearchScreen filters={{}} onSearch={(filters) => void searches.push(filters)} />)
  return { ...app, searches }
}

test('while one types, categories, services and businesses are suggested', async () => {
  const app = await startSearching()
  await userEvent.type(screen.getByLabelText('Services or businesses'), 'hai')
  await userEvent.press(await screen.findByRole('button', { name: /^Hair ?Category/ }))
  await userEvent.press(screen.getByRole('button', { name: /Hair color/ }))
  await userEvent.press(screen.getByRole('link', { name: /Hairport/ }))
  expect(app.searches).toEqual([{ category: 'hair' }, { q: 'Hair color' }])
  expect(app.followed).toEqual(['/b/hairport'])
  expect(app.received(findSuggestions).at(-1)?.query).toMatchObject({ q: 'hai' })
  app.end()
})

test('what was typed can be searched for, also when nothing can be suggested', async () => {
  const app = await startSearching()
  app.respond(findSuggestions, unreachable)
  await userEvent.type(screen.getByLabelText('Services or businesses'), ' barber ')
  await userEvent.press(screen.getByRole('button', { name: 'Search for “barber”' }))
  expect(app.searches).toEqual([{ q: 'barber' }])
  app.end()
})

test('a place that was typed is found, and one that is none says so where it was typed', async () => {
  const app = await startSearching()
  const location = { lat: 43.5, lon: -116.4 }
  const meridian = { label: 'Meridian, ID', address: { city: 'Meridian', country: 'US' }, location, precision: 'city' as const } // prettier-ignore
  app.respond(findPlaces, ({ query: { kind, q } }) => ({ items: !kind && q === 'meridian' ? [meridian] : [] }))
  const where = await screen.findByDisplayValue('Boise')
  await userEvent.clear(where)
  await userEvent.type(where, 'nowhere')
  await userEvent.press(screen.getByRole('button', { name: 'Search' }))
  expect(await screen.findByText('We can’t find “nowhere”. Enter a city or ZIP code.')).toBeTruthy()
  await userEvent.clear(where)
  await userEvent.type(where, 'meridian')
  await userEvent.type(screen.getByLabelText('Services or businesses'), 'yoga')
  await userEvent.press(screen.getByRole('button', { name: 'Search' }))
  await waitFor(() => expect(app.searches).toMatchObject([{ q: 'yoga', near: location, place: 'Meridian, ID' }]))
  app.end()
})

test('towns are suggested while a place is typed, and one press searches there', async () => {
  const app = await startSearching()
  const location = { lat: 43.5, lon: -116.4 }
  const nampa = { label: 'Nampa, ID', address: { city: 'Nampa', country: 'US' }, location, precision: 'city' as const }
  app.respond(findPlaces, { items: [nampa, nampa] })
  const where = await screen.findByDisplayValue('Boise')
  await userEvent.clear(where)
  await userEvent.type(where, 'nam')
  await userEvent.press(await screen.findByRole('button', { name: /Nampa/ }))
  expect(app.received(findPlaces).at(-1)?.query).toEqual({ q: 'nam', kind: 'town' })
  expect(app.searches).toMatchObject([{ near: location, place: 'Nampa, ID' }])
  app.end()
})

test('a place that cannot be read for now says so, and nothing is lost', async () => {
  const app = await startSearching()
  app.respond(findPlaces, unreachable)
  const where = await screen.findByDisplayValue('Boise')
  await userEvent.clear(where)
  await userEvent.type(where, 'meridian')
  await userEvent.press(screen.getByRole('button', { name: 'Search' }))
  expect(await screen.findByText(/^You’re offline/)).toBeTruthy()
  expect(screen.getByDisplayValue('meridian')).toBeTruthy()
  app.end()
})
