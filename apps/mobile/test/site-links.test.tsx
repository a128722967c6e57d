import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent } from '@testing-library/react-native'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Linking } from 'react-native'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { appLinkPaths } from '@buy-locals/contracts/app-links'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { Text } from '@buy-locals/ui/text'
import { addressOf } from '../src/links/address-of'
import { forgetOpened, OnSiteScreen } from '../src/links/on-site-screen'
import { callApi } from '../src/server/call-api'
import { forgetOutdated } from '../src/server/outdated'
import { UpgradeGate } from '../src/shell/upgrade-gate'
import { startScreen } from './support'

afterEach(() => {
  forgetOpened()
  jest.restoreAllMocks()
})

test('the app has a screen for every link that it takes from the browser', () => {
  const routes = join(__dirname, '../src/routes')
  const isThere = (path: string) => {
    const places = path.endsWith('/') ? [path] : [`${path}.tsx`, `(tabs)${path}.tsx`]
    return places.some((place) => existsSync(join(routes, place)))
  }
  expect(appLinkPaths.filter((path) => !isThere(path))).toEqual([])
})

test('what our mails lead to and the app has a screen for opens in the app', () => {
  const mailed = ['/b/joes', '/bookings#bkg_1.token~bkg_2.token', '/bookings/bkg_1#token', '/bookings/bkg_1/pay', '/reset-password#token', '/verify-email#token'] // prettier-ignore
  const isTaken = (path: string) => appLinkPaths.some((start) => path.startsWith(start))
  expect(mailed.filter((link) => !isTaken(new URL(link, 'https://town.example').pathname))).toEqual([])
})

test('a page of the site that is no screen of the app opens in the browser, once, with all of its address', async () => {
  const opened = jest.spyOn(Linking, 'openURL').mockResolvedValue(undefined)
  const app = await startScreen()
  const path = addressOf('/b/joes/claim', {
    'not-found': ['b', 'joes', 'claim'],
    slug: 'joes',
    via: ['mail', 'push'],
    '#': 'token',
  })
  const { unmount } = await app.show(<OnSiteScreen path={path} />)
  expect(await screen.findByText('This page is on our site')).toBeTruthy()
  expect(opened.mock.calls).toEqual([['http://127.0.0.1:4000/b/joes/claim?slug=joes&via=mail&via=push#token']])
  await unmount()
  // The phone may hand the link back to the app.
  await app.show(<OnSiteScreen path={path} />)
  await act(async () => {})
  expect(opened).toHaveBeenCalledTimes(1)
  await userEvent.press(screen.getByRole('link', { name: 'Open in browser' }))
  await userEvent.press(screen.getByRole('link', { name: 'Find a business' }))
  expect(app.followed).toEqual(['http://127.0.0.1:4000/b/joes/claim?slug=joes&via=mail&via=push#token', '/'])
  app.end()
})

test('a version that the server no longer serves shows where the update is, in the place of every screen', async () => {
  const app = await startScreen()
  app.respond(listMarkets, refuse('upgrade-required'))
  await app.show(
    <UpgradeGate>
      <Text>Find a table</Text>
    </UpgradeGate>,
  )
  expect(screen.getByText('Find a table')).toBeTruthy()
  await act(async () => {
    await expect(callApi(listMarkets, {})).rejects.toThrow()
  })
  expect(screen.queryByText('Find a table')).toBeNull()
  expect(screen.getByRole('heading', { name: 'Update the app to continue' })).toBeTruthy()
  await act(async () => forgetOutdated())
  app.end()
})

test('another refusal leaves the screens as they are', async () => {
  const app = await startScreen()
  app.respond(listMarkets, refuse('too-many-requests'))
  await app.show(
    <UpgradeGate>
      <Text>Find a table</Text>
    </UpgradeGate>,
  )
  await act(async () => {
    await expect(callApi(listMarkets, {})).rejects.toThrow()
  })
  expect(screen.getByText('Find a table')).toBeTruthy()
  app.end()
})
