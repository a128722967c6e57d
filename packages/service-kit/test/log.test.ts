import { Router } from 'express'
import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { application } from '../src/application.ts'
import { readConfig } from '../src/config.ts'
import { withCorrelation, createLog } from '../src/log.ts'
import { awaitProjection } from '../src/find-projected.ts'
import { lambdaHttp } from '../src/hosts/lambda-http.ts'

function memory() {
  const lines: string[] = []
  const log = createLog({ destination: { write: (line) => void lines.push(line) } })
  return { log, lines, all: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('what people typed and what opens doors is never logged', () => {
  const { log, lines } = memory()
  const error = new DatabaseError('duplicate key', 1, 'error')
  error.detail = 'Key (email)=(ada@example.org) already exists.'
  log.error(
    {
      err: new Error('not stored', { cause: error }),
      token: 's3cret',
      person: { email: 'ada@example.org' },
      request: { headers: { cookie: 's3cret' }, to: [] },
      people: [{ name: 'Ada', phone: 's3cret' }],
    },
    'x',
  )
  log.error({ err: error }, 'x')
  expect(lines.join()).toContain('duplicate key')
  expect(lines.join()).not.toMatch(/ada@|s3cret/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ token: '[Redacted]', people: [{ name: 'Ada' }] })
})

test('lines of one request can be found by its id, those of its neighbours cannot', async () => {
  const { log, all } = memory()
  const work = (correlationId: string) =>
    withCorrelation({ correlationId }, async () => {
      await Promise.resolve()
      log.info('done')
    })
  await Promise.all([work('one'), work('two')])
  expect(all().map(({ correlationId }) => correlationId)).toEqual(['one', 'two'])
})

test('a request leaves one line with its outcome and without its path', async () => {
  const { log, all } = memory()
  const router = Router().get('/calendars/:token', (_req, res) => void res.send('x'))
  const respond = lambdaHttp(application({ services: [{ router }], log }))
  const http = { method: 'GET', path: '', protocol: '', sourceIp: '203.0.113.7', userAgent: '' }
  const event = {
    version: '2.0',
    rawPath: '/calendars/s3cret',
    rawQueryString: 'k=s3cret',
    headers: {},
    requestContext: { http },
  }
  const { headers } = await respond(event as never, {} as never)
  const [line, ...more] = all()
  expect(more).toEqual([])
  expect(line).toMatchObject({ requestId: headers?.['x-request-id'], method: 'GET', status: 200, msg: 'request' })
  expect(JSON.stringify(line)).not.toMatch(/s3cret|203\.0/)
})

test('everything that the configuration lacks is named at once', () => {
  const schema = z.object({ PUBLIC_URL: z.url(), SMTP_URL: z.string(), PORT: z.coerce.number().default(4000) })
  const reading = () => readConfig(schema, { PUBLIC_URL: 'found', SMTP_URL: '' })
  expect(reading).toThrow(/PUBLIC_URL[\s\S]*SMTP_URL/)
  expect(readConfig(schema, { PUBLIC_URL: 'https://a.example', SMTP_URL: 'smtp://x', PORT: '' }).PORT).toBe(4000)
})

test('a fact on its way is waited for, but not for long', async () => {
  let calls = 0
  const late = async () => ((calls += 1) > 3 ? 'there' : undefined)
  expect(await awaitProjection(late)).toBe('there')
  const never = awaitProjection(async () => undefined, { seconds: 0.1 })
  await expect(never).rejects.toMatchObject({ code: 'not-yet', extras: { retryAfter: 1 } })
})
