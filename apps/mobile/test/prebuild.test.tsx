import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { appLinkPaths } from '@buy-locals/contracts/app-links'

const app = resolve(__dirname, '..')
const packages = resolve(app, '../../node_modules')
let folder: string

const textOf = (path: string) => readFileSync(join(folder, path), 'utf8')

/** What stands behind a key of a property list. */
const valueOf = (list: string, key: string) =>
  new RegExp(`<key>${key}</key>\\s*<(\\w+)>([^]*?)</\\1>`).exec(list)?.[2]?.trim()
const stringsIn = (value = '') => [...value.matchAll(/<string>(.*?)<\/string>/g)].map(([, text]) => text)

/** The projects for Xcode and Gradle of a site, as whoever brings the app into a store makes them. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'buy-locals-prebuild-'))
  for (const file of ['app.config.ts', 'package.json', 'tsconfig.json']) cpSync(join(app, file), join(folder, file))
  symlinkSync(packages, join(folder, 'node_modules'))
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  execFileSync(
    process.execPath,
    [join(packages, 'expo/bin/cli'), 'prebuild', '--no-install', '--template', join(packages, 'expo/template.tgz')],
    {
      cwd: folder,
      stdio: 'pipe',
      env: {
        NODE_ENV: 'production',
        ...{
          PATH,
          HOME,
          NODE_COMPILE_CACHE,
          TMPDIR: folder,
          CI: '1',
          EXPO_OFFLINE: '1',
          EXPO_NO_TELEMETRY: '1',
          EXPO_NO_GIT_STATUS: '1',
        },
        ...{ SERVER_URL: 'https://town.example', APP_ID: 'example.town', APPLE_MERCHANT_ID: 'merchant.example.town' },
      },
    },
  )
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('links to the site open in the app: both systems know its host, and Android its paths', () => {
  const entitlements = textOf('ios/BuyLocals/BuyLocals.entitlements')
  expect(stringsIn(valueOf(entitlements, 'com.apple.developer.associated-domains'))).toEqual(['applinks:town.example'])
  const manifest = textOf('android/app/src/main/AndroidManifest.xml')
  const filter = /<intent-filter android:autoVerify="true"[^]*?<\/intent-filter>/.exec(manifest)?.[0] ?? ''
  for (const path of appLinkPaths)
    expect(filter).toContain(`<data android:scheme="https" android:host="town.example" android:pathPrefix="${path}"/>`)
  expect(filter).toContain('android.intent.category.BROWSABLE')
  expect(manifest).toContain('<data android:scheme="buylocals"/>')
  expect(textOf('ios/BuyLocals/Info.plist')).toContain('<string>buylocals</string>')
})

test('what the system asks for is explained, and nothing is asked for that the app does not use', () => {
  const list = textOf('ios/BuyLocals/Info.plist')
  expect(valueOf(list, 'NSLocationWhenInUseUsageDescription')).toMatch(/businesses near you/)
  const explained = [...list.matchAll(/<key>(NS\w+UsageDescription)<\/key>/g)].map(([, key]) => key)
  expect(explained).toEqual(['NSLocationWhenInUseUsageDescription'])
  const manifest = textOf('android/app/src/main/AndroidManifest.xml')
  const permissions = [...manifest.matchAll(/<uses-permission android:name="([\w.]+)"(.*?)\/>/g)].filter(
    ([, , rest = '']) => !rest.includes('remove'),
  )
  const names = permissions.map(([, name = '']) => name.replace('android.permission.', ''))
  expect(names.filter((name) => /AUDIO|CAMERA|CONTACTS|BACKGROUND|STORAGE|ALERT_WINDOW/.test(name))).toEqual([])
  expect(names).toContain('ACCESS_COARSE_LOCATION')
})

test('pushes and the wallet of the phone are set up', () => {
  const entitlements = textOf('ios/BuyLocals/BuyLocals.entitlements')
  expect(valueOf(entitlements, 'aps-environment')).toMatch(/^(development|production)$/)
  expect(stringsIn(valueOf(entitlements, 'com.apple.developer.in-app-payments'))).toEqual(['merchant.example.town'])
  expect(textOf('android/app/src/main/AndroidManifest.xml')).toContain('com.google.android.gms.wallet.api.enabled')
})
