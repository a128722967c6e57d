import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import { login } from '@buy-locals/contracts/auth/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { parseConfig } from '../src/config.ts'
import { command } from './command.ts'
import { startServer } from './support.ts'

const PUBLIC_URL = 'https://buylocals.example'
const TRUST_PROXY = '1'
const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Buy Locals <hello@buylocals.example>' }
const stripe = {
  STRIPE_SECRET_KEY: 'sk_live_0123456789',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_0123456789',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_9876543210',
}

function refusal(environment: Record<string, string>): string {
  try {
    parseConfig(environment)
  } catch (error) {
    return String(error)
  }
  return 'it starts'
}

test('a public site does not start before everything it needs is there, and all that is missing is named at once', () => {
  const text = refusal({ PUBLIC_URL })
  for (const name of ['TRUST_PROXY', 'SMTP_URL', 'MAIL_FROM', ...Object.keys(stripe)])
    expect(text).toContain(`${name} is missing`)
  expect(refusal({ PUBLIC_URL, TRUST_PROXY, ...mail, ...stripe })).toBe('it starts')
  expect(refusal({ PUBLIC_URL, TRUST_PROXY, ...mail, PAYMENTS: 'off' })).toBe('it starts')
  expect(refusal({ PUBLIC_URL, TRUST_PROXY, ...mail, PAYMENTS: 'off', SMTP_URL: '' })).toContain('SMTP_URL is missing')
  const ses = { MAIL_FROM: mail.MAIL_FROM, SES_REGION: 'us-west-2' }
  expect(refusal({ PUBLIC_URL, TRUST_PROXY, ...ses, PAYMENTS: 'off' })).toBe('it starts')
  expect(refusal({ PUBLIC_URL, TRUST_PROXY, ...ses, ...mail, PAYMENTS: 'off' })).toContain('leave one out')
})

test('behind https there is a proxy, and whose address counts has to be said', () => {
  const site = { ...mail, PAYMENTS: 'off' }
  expect(refusal({ PUBLIC_URL, ...site })).toContain('TRUST_PROXY is missing')
  expect(refusal({ PUBLIC_URL: 'http://town.example', ...site })).toBe('it starts')
  for (const proxies of ['0', '2', 'loopback', '10.0.0.0/8, 192.0.2.1'])
    expect(refusal({ PUBLIC_URL, ...site, TRUST_PROXY: proxies })).toBe('it starts')
  for (const wrong of ['true', 'yes', '-1', '1.5', '10.0.0.0/99'])
    expect(refusal({ PUBLIC_URL, ...site, TRUST_PROXY: wrong })).toContain('TRUST_PROXY')
})

test('a public site takes nothing of the demonstration: no moved time, no printed password, no simulator, no test key', () => {
  const site = { PUBLIC_URL, TRUST_PROXY, ...mail, ...stripe }
  expect(refusal({ ...site, TEST_CLOCK: '1' })).toContain('TEST_CLOCK')
  expect(refusal({ ...site, DEMO_PASSWORD: 'a printed password' })).toContain('DEMO_PASSWORD')
  expect(refusal({ ...site, STRIPE_API_BASE: 'http://127.0.0.1:12111' })).toContain('STRIPE_API_BASE')
  expect(refusal({ ...site, STRIPE_SECRET_KEY: 'sk_test_0123456789' })).toContain('STRIPE_SECRET_KEY is a test key')
})

test('the demonstration is not shown to other machines', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.0.2', '127.0.0.1.evil.example'])
    expect(refusal({ HOST })).toContain('PUBLIC_URL')
  for (const HOST of ['127.0.0.1', 'localhost', '::1']) expect(refusal({ HOST })).toBe('it starts')
  expect(parseConfig({ PUBLIC_URL: 'http://localhost:4000' }).demonstration).toBe(true)
  for (const name of ['localhost.evil.example', '127.0.0.1.evil.example', 'evil.example', '10.0.0.1'])
    expect(refusal({ PUBLIC_URL: `https://${name}` })).toContain('SMTP_URL is missing')
})

test('of a public site nothing of the demonstration can be reached', async () => {
  await using server = await startServer({ PUBLIC_URL, TRUST_PROXY, ...mail, PAYMENTS: 'off', TEST_CLOCK: '0' })
  const status = async (path: string, method = 'GET') => (await fetch(server.url + path, { method })).status
  expect(await status('/health/ready')).toBe(200)
  expect([await status('/dev/inbox'), await status('/test/clock', 'POST')]).toEqual([404, 404])
  const anyone = api({ baseUrl: server.url })
  const config = await anyone(readConfig, {})
  expect(config).toMatchObject({ demonstration: false, payments: { mode: 'off' } })
  expect(JSON.stringify(config)).not.toMatch(/apiBase|127\.0\.0\.1|localhost/)
  for (const name of ['consumer', 'owner', 'admin']) {
    const body = { email: `${name}@demo.example`, password: server.secrets.demoPassword }
    await expect(anyone(login, { body })).rejects.toMatchObject({ code: 'auth/wrong-credentials' })
  }
  expect(server.simulator).toBeUndefined()
  expect(existsSync(join(server.dataDir, 'stripe'))).toBe(false)
  expect((await fetch(server.url)).headers.get('strict-transport-security')).toContain('max-age')
})

test('a folder that holds the demonstration does not become a public site', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-production-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  await writeFile(join(dataDir, 'demonstration.json'), '{"state":"open"}')
  const { code, err } = await command('../main', [], {
    DATA_DIR: dataDir,
    PORT: '0',
    PUBLIC_URL,
    TRUST_PROXY,
    ...mail,
    PAYMENTS: 'off',
  })
  expect([code, err]).toEqual([1, expect.stringContaining('holds the demonstration') as string])
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
})
