import { expect, test } from 'vitest'
import { readProviders } from './provider-config.ts'

const guild = {
  ...{ OIDC_ISSUER: 'https://guild.example', OIDC_NAME: 'Guild' },
  ...{ OIDC_CLIENT_ID: 'us', OIDC_CLIENT_SECRET: 'secret' },
}

test('a provider is there when all that it has given is, and what is missing is named', () => {
  expect(readProviders({})).toEqual([])
  expect(readProviders({ ...guild, GOOGLE_CLIENT_ID: 'us', GOOGLE_CLIENT_SECRET: 'secret' })).toMatchObject([
    { id: 'google', name: 'Google', issuer: 'https://accounts.google.com' },
    { id: 'oidc', name: 'Guild', issuer: 'https://guild.example', clientId: 'us', secret: 'secret' },
  ])
  expect(() => readProviders({ GOOGLE_CLIENT_ID: 'us' })).toThrow('GOOGLE_CLIENT_SECRET')
  expect(() => readProviders({ ...guild, OIDC_NAME: '' })).toThrow('OIDC_NAME')
})

test('a provider on another machine is reached by https', () => {
  expect(() => readProviders({ ...guild, OIDC_ISSUER: 'http://guild.example' })).toThrow('an address with https')
  expect(readProviders({ ...guild, OIDC_ISSUER: 'http://127.0.0.1:9' })).toHaveLength(1)
})

test('a key of Apple may be written in one line', () => {
  const apple = { APPLE_CLIENT_ID: 'us', APPLE_TEAM_ID: 'team', APPLE_KEY_ID: 'key' }
  const key = String.raw`-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----`
  const [settings] = readProviders({ ...apple, APPLE_PRIVATE_KEY: key })
  expect(settings?.secret).toMatchObject({ privateKey: '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----' })
})
