import { expect, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { findSuggestions, listMarkets } from '@buy-locals/contracts/business/operations'
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
  await app.show(<SearchScreen text="" onSearch={(filters) => void searches.push(filters)} />)
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
