import { readFile } from 'node:fs/promises'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context, SQSEvent } from 'aws-lambda'
import { Router } from 'express'
import { afterAll, expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { application } from '../src/application.ts'
import { lambdaHttp } from '../src/hosts/lambda-http.ts'
import { sqsBatch } from '../src/hosts/sqs.ts'
import { createLog } from '../src/log.ts'
import { signed, startNotes } from './support.ts'

const notes = await startNotes()
afterAll(() => notes[Symbol.asyncDispose]())

const log = createLog({ level: 'silent' })
const fixture = async <T>(name: string) =>
  JSON.parse(await readFile(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as T

const [staff, shop] = [newId('person'), newId('business')]
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff])
const extra = Router()
extra.get('/picture.png', (_req, res) => void res.type('png').send(picture))
extra.get('/whose', (req, res) => void res.json({ ip: req.ip, cookie: req.get('cookie'), query: req.query }))
const onLambda = lambdaHttp(application({ services: [notes.service, { router: extra }], log }))

await notes.member(staff, shop, 'staff')

type Sent = {
  method?: string
  path: string
  query?: string
  headers?: Record<string, string>
  body?: string
  cookies?: string[]
}

async function send({
  method = 'GET',
  path,
  query = '',
  headers = {},
  ...rest
}: Sent): Promise<APIGatewayProxyStructuredResultV2> {
  const event = await fixture<APIGatewayProxyEventV2>('http-api-v2')
  const http = { ...event.requestContext.http, method, path }
  return onLambda(
    {
      ...event,
      rawPath: path,
      rawQueryString: query,
      headers: { ...event.headers, ...headers },
      requestContext: { ...event.requestContext, http },
      ...rest,
    },
    {} as Context,
  )
}

const write = { method: 'POST', path: `/v1/businesses/${shop}/notes`, body: '{"text":"grüß Gott"}' }
const signedIn = { authorization: `Bearer test:${staff}`, 'content-type': 'application/json' }

test('on Lambda an operation responds as it does on a machine', async () => {
  const key = crypto.randomUUID()
  const headers = { ...signedIn, 'idempotency-key': key }
  const onMachine = await fetch(notes.url + write.path, { ...write, headers })
  const { statusCode, headers: sent, body, isBase64Encoded } = await send({ ...write, headers })
  expect([statusCode, isBase64Encoded, JSON.parse(body ?? '')]).toEqual([201, false, await onMachine.json()])
  expect(sent).toMatchObject({
    etag: '"1"',
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
  })
  const read = await send({ path: `/v1/notes/${(JSON.parse(body ?? '') as { id: string }).id}` })
  expect(read.body).toContain('grüß Gott')
})

test('a body that came as base64 is read, an empty one stays empty', async () => {
  const headers = { ...signedIn, 'idempotency-key': crypto.randomUUID() }
  const body = Buffer.from(write.body).toString('base64')
  expect(await send({ ...write, headers, body, ...{ isBase64Encoded: true } })).toMatchObject({ statusCode: 201 })
  const { body: empty = '', statusCode } = await send({
    method: 'POST',
    path: write.path,
    headers: { ...headers, 'idempotency-key': 'another key' },
  })
  expect([statusCode, (JSON.parse(empty) as { errors: object[] }).errors]).toEqual([
    422,
    [{ pointer: '/body/text', detail: expect.stringContaining('undefined') as string, code: 'required' }],
  ])
})

test('what a vendor signs arrives byte by byte', async () => {
  for (const body of [picture, Buffer.alloc(0)]) {
    const response = await send({
      method: 'POST',
      path: '/v1/hook',
      body: body.toString('base64'),
      ...{ isBase64Encoded: true },
    })
    expect(JSON.parse(response.body ?? '')).toMatchObject({ bytes: body.toString('base64') })
  }
})

test('several cookies go in as one line and come out as many', async () => {
  const { body } = await send({ path: '/whose', query: 'a=1&a=2&b=x%20y', cookies: ['one=1', 'two=2'] })
  expect(JSON.parse(body ?? '')).toEqual({
    ip: '203.0.113.7',
    cookie: 'one=1; two=2',
    query: { a: ['1', '2'], b: 'x y' },
  })
  const { cookies } = await send({ method: 'DELETE', path: `/v1/notes/${newId('review')}`, query: 'how=cookies' })
  expect(cookies).toEqual([
    'bl_access=one; Path=/; HttpOnly; SameSite=Lax',
    'bl_refresh=two; Path=/v1/auth; HttpOnly; SameSite=Lax',
  ])
})

test('bytes leave as base64, and nothing as nothing', async () => {
  const { body, isBase64Encoded } = await send({ path: '/picture.png' })
  expect([isBase64Encoded, Buffer.from(body ?? '', 'base64')]).toEqual([true, picture])
  const note = await send({ path: `/v1/notes/${newId('review')}` })
  expect([note.statusCode, note.headers?.['content-type']]).toEqual([404, 'application/problem+json'])
})

test('of a batch from the queue the bad message alone comes back', async () => {
  const batch = await fixture<SQSEvent>('sqs-batch')
  const failed = await sqsBatch(notes.service.consumers, log)(batch)
  expect(failed).toEqual({
    batchItemFailures: [
      { itemIdentifier: batch.Records[1]?.messageId },
      { itemIdentifier: batch.Records[3]?.messageId },
    ],
  })
  const names = await notes.db.selectFrom('signatures').select('name').orderBy('name').execute()
  expect(names).toEqual([{ name: 'Ada' }, { name: 'Cy' }])
  await sqsBatch(notes.service.consumers, log)(batch)
  expect(await notes.db.selectFrom('signatures').select('name').execute()).toHaveLength(2)
  expect(batch.Records.map(({ body }) => body).join()).toContain(signed.type)
})
