import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent } from '@testing-library/react-native'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Linking } from 'react-native'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { appLinkPaths } from '@buy-locals/contracts/app-links'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { Text } from '@buy-locals/ui/text'
import { addressOf } from '../src/links/address-of'
import { OnSiteScreen } from '../src/links/on-site-screen'
import { callApi } from '../src/server/call-api'
import { pageUrl, siteLink } from '../src/server/server-url'
import { forgetOutdated } from '../src/server/outdated'
import { UpgradeGate } from '../src/shell/upgrade-gate'
import { startScreen } from './support'

afterEach(() => void jest.restoreAllMocks())

const routes = join(__dirname, '../src/routes')

test('the app has a screen for every link that it takes from the browser', () => {
  const isThere = (path: string) => {
    const places = path.endsWith('/') ? [path] : [`${path}.tsx`, `(tabs)${path}.tsx`]
    return places.some((place) => existsSync(join(routes, place)))
  }
  expect(appLinkPaths.filter((path) => !isThere(path))).toEqual([])
})

test('what our mails lead to and the app has a screen for opens in the app', () => {
  const mailed = ['/b/joes', '/bookings#bkg_1.token~bkg_2.token', '/bookings/bkg_1#token', '/bookings/bkg_1/pay', '/reset-password#token', '/verify-email#token'] // prettier-ignore
  expect(mailed.filter((link) => !isTaken(new URL(link, 'https://town.example').pathname))).toEqual([])
})

const isTaken = (path: string) => appLinkPaths.some((start) => path.startsWith(start))

test('a page below a path that the app takes is a screen of it, or has an address that stays in the browser', () => {
  const site = readFileSync(join(__dirname, '../../web/src/routes.ts'), 'utf8')
  const pages = [...site.matchAll(/route\('(in-browser\?)?\/?([^']+)'/g)].map(([, browser, path = '']) => ({
    browser,
    path,
  }))
  const ofSite = pages.filter(({ path }) => isTaken(`/${path}`))
  expect(ofSite.length).toBeGreaterThan(6)
  const isScreen = (path: string) => {
    const file = path.replace(/:(\w+)/g, '[$1]')
    return [`${file}.tsx`, `(tabs)/${file}.tsx`].some((place) => existsSync(join(routes, place)))
  }
  expect(ofSite.filter(({ browser, path }) => isScreen(path) === Boolean(browser))).toEqual([])
  const onSite = ofSite.filter(({ browser }) => browser).map(({ path }) => siteLink(`/${path}`))
  expect(onSite.filter((link) => !link.startsWith('http://127.0.0.1:4000/in-browser/'))).toEqual([])
})

test('what opens in the browser is no link that the phone hands back to the app', () => {
  for (const path of ['/b/joes/claim', '/bookings/bkg_1/delete-data#token', '/account', '/dashboard/reviews'])
    expect([path, isTaken(new URL(siteLink(path)).pathname)]).toEqual([path, false])
  expect(pageUrl('/b/joes')).toBe('http://127.0.0.1:4000/b/joes')
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
  await app.show(<OnSiteScreen path={path} />)
  expect(await screen.findByText('This page is on our site')).toBeTruthy()
  const href = 'http://127.0.0.1:4000/in-browser/b/joes/claim?slug=joes&via=mail&via=push#token'
  expect(opened.mock.calls).toEqual([[href]])
  await userEvent.press(screen.getByRole('link', { name: 'Open in browser' }))
  await userEvent.press(screen.getByRole('link', { name: 'Find a business' }))
  expect(app.followed).toEqual([href, '/'])
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
