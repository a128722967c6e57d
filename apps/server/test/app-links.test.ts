import { expect, test } from 'vitest'
import { appLinkPaths } from '@buy-locals/contracts/app-links'
import { parseConfig } from '../src/config.ts'
import { startServer } from './support.ts'

const [ofApple, ofGoogle] = ['/.well-known/apple-app-site-association', '/.well-known/assetlinks.json']
const certificate = Array.from({ length: 32 }, () => 'a1').join(':')

test('phones learn which app opens links to this site, each from its own file', async () => {
  const settings = { IOS_APP_ID: 'ABCDE12345.app.buylocals', ANDROID_APP_ID: 'app.buylocals', ANDROID_CERTIFICATES: certificate } // prettier-ignore
  await using server = await startServer({ ...settings, PAYMENTS: 'off' })
  const apple = await fetch(server.url + ofApple)
  expect(apple.headers.get('content-type')).toContain('application/json')
  const components = appLinkPaths.map((path) => ({ '/': `${path}*` }))
  expect(await apple.json()).toEqual({ applinks: { details: [{ appIDs: ['ABCDE12345.app.buylocals'], components }] } })
  expect(await (await fetch(server.url + ofGoogle)).json()).toEqual([
    {
      relation: ['delegate_permission/common.handle_all_urls'],
      target: {
        ...{ namespace: 'android_app', package_name: 'app.buylocals' },
        sha256_cert_fingerprints: [certificate.toUpperCase()],
      },
    },
  ])
})

test('a site without an app of its own says nothing to phones', async () => {
  await using server = await startServer({ PAYMENTS: 'off' })
  for (const path of [ofApple, ofGoogle]) expect([path, (await fetch(server.url + path)).status]).toEqual([path, 404])
})

test('an app that no phone would find is named at the start', () => {
  expect(() => parseConfig({ IOS_APP_ID: 'app.buylocals' })).toThrow('IOS_APP_ID')
  expect(() => parseConfig({ ANDROID_APP_ID: 'app.buylocals' })).toThrow('ANDROID_CERTIFICATES is missing')
  expect(() => parseConfig({ ANDROID_CERTIFICATES: certificate })).toThrow('ANDROID_APP_ID is missing')
  expect(() => parseConfig({ ANDROID_APP_ID: 'app.buylocals', ANDROID_CERTIFICATES: 'a1:b2' })).toThrow('keytool')
})
