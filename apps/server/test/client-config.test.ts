import { expect, test } from 'vitest'
import { listOriginsOfClients } from '../src/client-config.ts'

test('pages may connect to the site under its own address, to where photos are sent and to the host of the map that is configured, and to no other', () => {
  const listWith = (style?: string) =>
    listOriginsOfClients(
      { MAP_STYLE_URL: style },
      { simulator: undefined },
      'https://town.example',
      'https://photos.example',
    )
  expect(listWith()).toEqual(['wss://town.example', 'https://photos.example'])
  expect(listWith('https://tiles.openfreemap.org/styles/liberty')).toEqual(['wss://town.example', 'https://photos.example', 'https://tiles.openfreemap.org']) // prettier-ignore
})
