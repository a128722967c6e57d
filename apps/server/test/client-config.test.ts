import { expect, test } from 'vitest'
import { listOriginsOfClients } from '../src/client-config.ts'

test('pages may connect to the site under its own address and to the host of the map that is configured, and to no other', () => {
  const listWith = (style?: string) =>
    listOriginsOfClients({ MAP_STYLE_URL: style }, { simulator: undefined }, 'https://town.example')
  expect(listWith()).toEqual(['wss://town.example', 'https://town.example'])
  expect(listWith('https://tiles.openfreemap.org/styles/liberty')).toEqual(['wss://town.example', 'https://town.example', 'https://tiles.openfreemap.org']) // prettier-ignore
})
