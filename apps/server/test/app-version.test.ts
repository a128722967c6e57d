import { expect, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { operations } from '@buy-locals/contracts/operations'
import { parseConfig } from '../src/config.ts'
import { startServer } from './support.ts'

test('every operation tells an app below the configured version to upgrade', async () => {
  await using server = await startServer({ MINIMUM_APP_VERSION: '2.1.0', PAYMENTS: 'off' })
  expect((await api({ baseUrl: server.url })(readConfig, {})).minimumAppVersion).toBe('2.1.0')
  const refusals = operations.map(async ({ id, method, path }) => {
    const url = `${server.url}/v1${path.replaceAll(/:\w+/g, 'x')}`
    const response = await fetch(url, { method: method.toUpperCase(), headers: { 'x-app-version': '2.0.9' } })
    return [id, response.status, ((await response.json()) as { minimumAppVersion?: string }).minimumAppVersion]
  })
  expect(await Promise.all(refusals)).toEqual(operations.map(({ id }) => [id, 426, '2.1.0']))
  const current = await fetch(`${server.url}/v1/markets`, { headers: { 'x-app-version': '2.1.0' } })
  expect(current.status).toBe(200)
})

test('a minimum version that is no version is named at the start', () => {
  expect(() => parseConfig({ MINIMUM_APP_VERSION: 'latest' })).toThrow('MINIMUM_APP_VERSION')
})
