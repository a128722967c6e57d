import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { config as auth, credentialsConfig } from '@buy-locals/auth/config'
import { providerSettings } from '@buy-locals/auth/provider-config'
import { config as booking } from '@buy-locals/booking/config'
import { config as business } from '@buy-locals/business/config'
import { config as media } from '@buy-locals/media/config'
import { config as review } from '@buy-locals/review/config'
import { expect, test } from 'vitest'
import { environmentShape, parseConfig } from '../src/config.ts'

const document = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

/** The names in a column of the tables of a document. */
const namesIn = (text: string, column: number) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) =>
      [...(line.split(' | ').at(column) ?? '').matchAll(/`([A-Z][A-Z\d_]+)`/g)].map(([, name]) => name),
    )

test('every setting that is read is in docs/running.md or docs/limits.md, and nothing else is', () => {
  const providers = Object.values(providerSettings).map(({ shape }) => shape)
  const shapes = [environmentShape.shape, credentialsConfig.shape, media.in.shape, ...providers]
  const services = [auth, booking, business, review].map((config) => config.in.shape)
  const read = new Set([...shapes, ...services].flatMap((shape) => Object.keys(shape)))
  const [, settings = ''] = document('running.md').split('\n## Settings\n')
  const written = new Set([...namesIn(settings, 0), ...namesIn(document('limits.md'), -1)])
  expect(written).toEqual(read)
})

test('origins that may use the API are whole origins, and anything else is named at the start', () => {
  const origins = 'https://shop.example, http://127.0.0.1:5173'
  expect(parseConfig({ CORS_ORIGINS: origins }).CORS_ORIGINS).toEqual(['https://shop.example', 'http://127.0.0.1:5173'])
  for (const wrong of ['*', 'shop.example', 'https://shop.example/', 'https://shop.example,,', 'null'])
    expect(() => parseConfig({ CORS_ORIGINS: wrong })).toThrow('CORS_ORIGINS')
})

test('SMS need all three settings of Twilio, and what is missing is named at the start', () => {
  const settings = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'of-the-tests', TWILIO_FROM: '+12085550100' } // prettier-ignore
  expect(parseConfig(settings).TWILIO_FROM).toBe('+12085550100')
  for (const name of Object.keys(settings))
    expect(() => parseConfig({ ...settings, [name]: '' })).toThrow(`${name} is missing`)
  expect(() => parseConfig({ ...settings, TWILIO_FROM: '208 555 0100' })).toThrow('TWILIO_FROM')
})

test('mail events come from the topic of SES, and from no emulator where a site is public', () => {
  const topic = { MAIL_EVENTS_TOPIC_ARN: 'arn:aws:sns:us-west-2:123456789012:mail-events' }
  const site = { PUBLIC_URL: 'https://town.example', MAIL_FROM: 'a@town.example', TRUST_PROXY: '1', PAYMENTS: 'off' }
  const ses = { ...site, SES_REGION: 'us-west-2' }
  expect(parseConfig({ ...ses, ...topic }).MAIL_EVENTS_TOPIC_ARN).toBe(topic.MAIL_EVENTS_TOPIC_ARN)
  expect(() => parseConfig({ ...site, ...topic, SMTP_URL: 'smtps://mail.example' })).toThrow('set SES_REGION')
  expect(() => parseConfig({ ...ses, ...topic, MAIL_EVENTS_ENDPOINT: 'http://127.0.0.1:1' })).toThrow('emulator')
  for (const arn of [
    'mail-events',
    topic.MAIL_EVENTS_TOPIC_ARN.replace('sns', 'sqs'),
    `${topic.MAIL_EVENTS_TOPIC_ARN}.fifo`,
  ])
    expect(() => parseConfig({ ...ses, MAIL_EVENTS_TOPIC_ARN: arn })).toThrow('MAIL_EVENTS_TOPIC_ARN')
})

test('several machines need what they share from the environment, and what is missing is named at once', () => {
  const alone = { ROLE: 'web', PUBLIC_URL: 'http://localhost:4000' }
  const names = ['DATABASE_URL', 'REDIS_URL', 'DATABASE_SECRET', 'SIGNING_KEYS', 'REALTIME_PUBLISH_TOKEN']
  for (const name of [...names, 'ROLE=web takes no simulator']) expect(() => parseConfig(alone)).toThrow(name)
  expect(() => parseConfig({ ROLE: 'worker' })).toThrow('PUBLIC_URL is missing with ROLE=worker')
  const secret = 'a'.repeat(32)
  const shared = {
    ...{ DATABASE_URL: 'postgres://db.example/town', REDIS_URL: 'redis://cache.example', PAYMENTS: 'off' },
    ...{ DATABASE_SECRET: secret, REALTIME_PUBLISH_TOKEN: secret },
    SIGNING_KEYS: JSON.stringify([{ kty: 'RSA', kid: 'first', d: 'private' }]),
  }
  expect(parseConfig({ ...alone, ...shared })).toMatchObject({ ROLE: 'web', SIGNING_KEYS: [{ kid: 'first' }] })
  expect(() => parseConfig({ ...alone, ...shared, TEST_CLOCK: '1' })).toThrow('TEST_CLOCK')
  for (const wrong of ['[]', 'secret', '[{"kty":"RSA","kid":"public"}]'])
    expect(() => parseConfig({ ...alone, ...shared, SIGNING_KEYS: wrong })).toThrow('SIGNING_KEYS')
})

test('what the operator has written is Markdown that begins with its title, and a file that is none of it is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'legal-'))
  const read = () => parseConfig({ LEGAL_DIR: folder }).LEGAL_DIR
  try {
    writeFileSync(join(folder, 'imprint.es.md'), '# Aviso legal\n\nRosa')
    expect(read).toThrow('imprint.md is missing')
    writeFileSync(join(folder, 'imprint.md'), 'Rosa Ruiz')
    expect(read).toThrow('imprint.md does not begin with its title')
    writeFileSync(
      join(folder, 'imprint.md'),
      '# Imprint\n\nRosa **Ruiz** <script>1</script>\n\n- [Mail](mailto:rosa@example.com)',
    )
    expect(read()?.get('imprint')).toMatchObject({ title: 'Imprint', html: '<p>Rosa <strong>Ruiz</strong> &lt;script>1&lt;/script></p>\n<ul>\n<li><a href="mailto:rosa@example.com">Mail</a></li>\n</ul>\n' }) // prettier-ignore
    expect(read()?.get('imprint.es')?.title).toBe('Aviso legal')
    writeFileSync(join(folder, 'impressum.md'), '# Impressum')
    expect(read).toThrow('impressum.md is none of')
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(read).toThrow('LEGAL_DIR')
})
