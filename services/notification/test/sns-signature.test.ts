import type { IncomingMessage, ServerResponse } from 'node:http'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { fetchText } from '../src/adapters/fetch-text.ts'
import { snsMessages } from '../src/adapters/sns-messages.ts'
import { newTopicKeys, startSnsTopic, topicArn } from '../src/testing/sns-topic.ts'

const clock = () => Temporal.Instant.from('2026-03-20T08:00:00Z')
const host = 'https://sns.us-west-2.amazonaws.com'
const certificatePath = '/SimpleNotificationService-0123456789abcdef.pem'

async function start(manners: Parameters<typeof startSnsTopic>[0] = {}, patienceMs = 5_000) {
  const topic = await startSnsTopic(manners)
  const messages = snsMessages({ topicArn, clock, endpoint: topic.endpoint, patienceMs })
  return Object.assign(topic, { read: (posted: unknown) => messages.read(Buffer.from(JSON.stringify(posted))) })
}

describe('what SNS posts', () => {
  test.each(['1', '2'] as const)(
    'is read where it is signed in version %s, and its certificate is fetched once',
    async (version) => {
      // prettier-ignore
      await using topic = await start()
      for (const Message of ['one', 'two\nlines', '']) expect(await topic.read(topic.post({ Message }, version))).toBe(Message) // prettier-ignore
      expect(await topic.read(topic.post({ Message: 'x', Subject: 'Amazon SES' }, version))).toBe('x')
      expect(topic.requests).toEqual([certificatePath])
    },
  )

  test('is read by many at once with one certificate', async () => {
    await using topic = await start()
    const read = await Promise.all(Array.from({ length: 50 }, () => topic.read(topic.post({ Message: 'x' }))))
    expect([new Set(read), topic.requests.length]).toEqual([new Set(['x']), 1])
  })

  test('is refused once any field is another', async () => {
    await using topic = await start()
    const posted = topic.post({ Message: 'x', Subject: 'y' })
    for (const field of ['Message', 'MessageId', 'Subject', 'Timestamp'])
      expect(await topic.read({ ...posted, [field]: 'other' })).toBe(undefined)
    expect(await topic.read({ ...posted, Signature: 'AAAA' })).toBe(undefined)
    expect(await topic.read({ ...posted, SignatureVersion: '1' })).toBe(undefined)
    expect(await topic.read({ ...posted, SignatureVersion: '3' })).toBe(undefined)
  })

  test('is refused where another topic posts it, whoever has signed it, and nothing is fetched', async () => {
    await using topic = await start()
    for (const TopicArn of [`${topicArn}2`, topicArn.replace('123456789012', '999999999999'), topicArn.toUpperCase()])
      expect(await topic.read(topic.post({ TopicArn }))).toBe(undefined)
    expect(topic.requests).toEqual([])
  })

  test.each([
    `http://sns.us-west-2.amazonaws.com${certificatePath}`,
    `https://sns.us-east-1.amazonaws.com${certificatePath}`,
    `https://sns.us-west-2.amazonaws.com.evil.example${certificatePath}`,
    `https://evil.example/sns.us-west-2.amazonaws.com${certificatePath}`,
    `https://sns.us-west-2.amazonaws.com@evil.example${certificatePath}`,
    `https://eve@sns.us-west-2.amazonaws.com${certificatePath}`,
    `https://sns.us-west-2.amazonaws.com:8443${certificatePath}`,
    `https://s3.us-west-2.amazonaws.com${certificatePath}`,
    `${host}/bucket/evil.pem`,
    `${host}${certificatePath}?x`,
    `${host}/../SimpleNotificationService-0123.pem/x`,
    `file:///etc${certificatePath}`,
    '',
  ])('is refused with the certificate at %j, which is not fetched', async (SigningCertURL) => {
    await using topic = await start()
    expect(await topic.read(topic.post({ SigningCertURL }))).toBe(undefined)
    expect(topic.requests).toEqual([])
  })

  test('is refused where another key has signed it', async () => {
    await using topic = await start()
    await using foreign = await startSnsTopic({ keys: newTopicKeys() })
    expect(await topic.read(foreign.post({ Message: 'x' }))).toBe(undefined)
  })

  test.each([
    ['20300101000000Z', '20400101000000Z'],
    ['20200101000000Z', '20260301000000Z'],
  ])('is refused with a certificate of another time, from %s to %s', async (from, to) => {
    await using topic = await start({ validity: { from, to } })
    expect(await topic.read(topic.post({ Message: 'x' }))).toBe(undefined)
  })

  test('is refused with what is no certificate, or none, and the next is read', async () => {
    let reply: ((res: ServerResponse) => void) | undefined = (res) => void res.writeHead(404).end()
    await using topic = await start({ instead: (_req, res) => reply !== undefined && (reply(res), true) })
    expect(await topic.read(topic.post({ Message: 'x' }))).toBe(undefined)
    reply = (res) => void res.end('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')
    expect(await topic.read(topic.post({ Message: 'x' }))).toBe(undefined)
    reply = undefined
    expect(await topic.read(topic.post({ Message: 'x' }))).toBe('x')
  })

  const nothing = [
    ['a redirect', (_req: IncomingMessage, res: ServerResponse) => void res.writeHead(302, { location: '/elsewhere' }).end()], // prettier-ignore
    ['an outage', (_req: IncomingMessage, res: ServerResponse) => void res.writeHead(503).end()],
    ['a body without an end', (_req: IncomingMessage, res: ServerResponse) => void res.end('x'.repeat(1_000_000))],
    ['silence', () => {}],
  ] as const
  test.each(nothing)('is posted again after %s in the place of the certificate', async (_, instead) => {
    await using topic = await start({ instead: (req, res) => (instead(req, res), true) }, 300)
    await expect(topic.read(topic.post({ Message: 'x' }))).rejects.toThrow()
    expect(topic.requests).toEqual([certificatePath])
  })

  test('makes few requests at once, whatever certificates are named', async () => {
    await using topic = await start({ instead: () => true }, 300)
    const names = Array.from({ length: 40 }, (_, nth) => `${host}/SimpleNotificationService-${nth}.pem`)
    const read = await Promise.allSettled(names.map((SigningCertURL) => topic.read(topic.post({ SigningCertURL }))))
    expect([topic.requests.length, new Set(read.map(({ status }) => status))]).toEqual([4, new Set(['rejected'])])
  })

  test.each(['', 'null', '[]', '{}', '"x"', '{"Type":"Notification"}', '\0'])(
    'is refused where it is %j',
    async (body) => {
      // prettier-ignore
      const messages = snsMessages({ topicArn, clock })
      expect(await messages.read(Buffer.from(body))).toBe(undefined)
    },
  )
})

describe('a subscription', () => {
  test('to the topic is confirmed', async () => {
    await using topic = await start()
    expect(await topic.read(topic.post({ Type: 'SubscriptionConfirmation' }))).toBe('')
    expect(topic.requests.at(-1)).toBe(`/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=token`)
  })

  test.each([
    `http://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=token`,
    `https://evil.example/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=token`,
    `${host}/?Action=DeleteTopic&TopicArn=${topicArn}&Token=token`,
    `${host}/?Action=ConfirmSubscription&TopicArn=${topicArn}2&Token=token`,
  ])('by %s is not confirmed', async (SubscribeURL) => {
    await using topic = await start()
    expect(await topic.read(topic.post({ Type: 'SubscriptionConfirmation', SubscribeURL }))).toBe(undefined)
    expect(topic.requests).toEqual([certificatePath])
  })

  test('that was ended is not taken up again', async () => {
    await using topic = await start()
    expect(await topic.read(topic.post({ Type: 'UnsubscribeConfirmation' }))).toBe('')
    expect(topic.requests).toEqual([certificatePath])
  })

  test('that nobody has signed is not confirmed', async () => {
    await using topic = await start()
    expect(await topic.read({ ...topic.post({ Type: 'SubscriptionConfirmation' }), Token: 'other' })).toBe(undefined)
    expect(topic.requests).toEqual([certificatePath])
  })
})

test('a response is read up to its bound, and a redirect leads nowhere', async () => {
  let target = ''
  await using topic = await startSnsTopic({
    instead: (req, res) => (req.url === '/away' ? (res.writeHead(302, { location: target }).end(), true) : false),
  })
  target = `${topic.endpoint}/secret`
  expect(await fetchText(`${topic.endpoint}/x`, { mostBytes: 100, patienceMs: 1_000 })).toContain('Confirm')
  await expect(fetchText(`${topic.endpoint}/x`, { mostBytes: 10, patienceMs: 1_000 })).rejects.toThrow('10 bytes')
  await expect(fetchText(`${topic.endpoint}/away`, { mostBytes: 100, patienceMs: 1_000 })).rejects.toThrow()
  expect(topic.requests).not.toContain('/secret')
})
