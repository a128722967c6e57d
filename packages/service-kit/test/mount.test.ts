import { afterAll, expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { sessionEnded } from '@buy-locals/contracts/auth/events'
import { breakNote, changeNote, noteWritten, readNote, startNotes, writeNote } from './support.ts'

const notes = await startNotes()
afterAll(() => notes[Symbol.asyncDispose]())

const [staff, stranger, shop] = [newId('person'), newId('person'), newId('business')]
await notes.member(staff, shop, 'staff')
const write = (text: string) => notes.call(writeNote, { params: { businessId: shop }, body: { text } }, { as: staff })
const send = (path: string, init: RequestInit = {}) => fetch(notes.url + path, init)
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]

test('an operation returns what its contract promises: a column added to a table cannot leak', async () => {
  const written = await write('Hello')
  expect(written.status).toBe(201)
  const { body } = await notes.call(readNote, { params: { noteId: written.body.id } })
  expect(body).toEqual({ id: written.body.id, businessId: shop, text: 'Hello', version: 1 })
  const sent = (await notes.published(noteWritten)).find(({ subject }) => subject === written.body.id)
  expect(sent).toMatchObject({ sequence: 1, at: '2026-03-20T08:00:00Z', data: { text: 'Hello' } })
  expect(sent?.correlationId).toBe(written.headers.get('x-request-id'))
})

test('nobody without a name, a stranger or a former member writes for a business', async () => {
  const attempt = async (as?: `per_${string}`) => {
    const { status, problem } = await notes.call(
      writeNote,
      { params: { businessId: shop }, body: { text: 'x' } },
      { as },
    )
    return [status, problem?.code]
  }
  expect(await attempt()).toEqual([401, 'unauthenticated'])
  expect(await attempt(stranger)).toEqual([404, 'not-found'])
  expect(await attempt(staff)).toEqual([201, undefined])
})

const staleSessions = [{ authorization: 'Bearer forged' }, { cookie: 'bl_access=old' }, { cookie: 'bl_refresh=old' }]

test('whoever shows a session that is no more is a stranger where anyone may read', async () => {
  const { body } = await write('for all')
  for (const headers of staleSessions) expect((await send(`/v1/notes/${body.id}`, { headers })).status).toBe(200)
})

test('where members are shown more, a session that is no more is refused and never shown less', async () => {
  const path = `/v1/businesses/${shop}/notes`
  const list = async (headers?: Record<string, string>) => {
    const response = await send(path, headers && { headers })
    return response.status === 200 ? ((await response.json()) as { count: number }).count : response.status
  }
  const count = await list({ authorization: `Bearer test:${staff}` })
  expect(count).toBeGreaterThan(0)
  expect(await list()).toBe(0)
  for (const headers of staleSessions) expect(await list(headers)).toBe(401)
})

test('a token of an ended session is refused where the session is looked up, and nowhere else', async () => {
  const session = newId('session')
  const headers = { authorization: `Bearer test:${staff}:${session}` }
  const pin = () => send(`/v1/businesses/${shop}/pin`, { method: 'POST', headers })
  expect((await pin()).status).toBe(204)
  const endedAt = '2026-03-20T08:00:00Z'
  const ended = { sessionId: session, personId: staff, endedAt, version: 1 }
  await notes.deliver(sessionEnded, session, 1, ended)
  expect(await codeOf(await pin())).toEqual([401, 'unauthenticated'])
  expect((await send(`/v1/businesses/${shop}/notes`, { headers })).status).toBe(200)
})

test("another site's page cannot act with our cookie, our own page can", async () => {
  const { body } = await write('by cookie')
  const change = (origin?: string) =>
    send(`/v1/notes/${body.id}`, {
      method: 'PATCH',
      headers: {
        cookie: `bl_access=test:${staff}`,
        'content-type': 'application/json',
        'if-match': '1',
        ...(origin && { origin }),
      },
      body: '{"text":"changed"}',
    })
  expect(await codeOf(await change('https://evil.example'))).toEqual([403, 'forbidden'])
  expect((await change('https://ours.example')).status).toBe(200)
  expect((await change()).status).toBe(200)
})

test('each fault in a request is pointed at', async () => {
  const faults = async (body: string, type = 'application/json') => {
    const response = await send(`/v1/businesses/${shop}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer test:${staff}`, 'content-type': type, 'idempotency-key': crypto.randomUUID() },
      body,
    })
    const { code, errors } = (await response.json()) as { code: string; errors?: { pointer: string }[] }
    return [response.status, code, ...(errors?.map(({ pointer }) => pointer) ?? [])]
  }
  expect(await faults('{"text":"","pace":"fast"}')).toEqual([422, 'invalid-request', '/body/text', '/body/pace'])
  expect(await faults('{"text":')).toEqual([422, 'invalid-request', '/body'])
  expect(await faults('{"text":"a\\u0000b"}')).toEqual([422, 'invalid-request', '/body'])
  expect(await faults('{"text":"\\ud800"}')).toEqual([422, 'invalid-request', '/body'])
  expect(await faults('text=x', 'application/x-www-form-urlencoded')).toEqual([415, 'unsupported-media-type'])
  expect(await faults(JSON.stringify({ text: 'x'.repeat(70_000) }))).toEqual([413, 'too-large'])
  expect(await faults('['.repeat(30_000) + ']'.repeat(30_000))).toEqual([422, 'invalid-request', '/body'])
  expect(await faults('')).toEqual([422, 'invalid-request', '/body/text'])
})

test('a field that a strict contract does not know is named, a query field is checked', async () => {
  const { body } = await write('strict')
  const change = await notes.call(
    changeNote,
    { params: { noteId: body.id }, body: { text: 'x', 'a/b': 1 } as never },
    { as: staff, headers: { 'if-match': '1' } },
  )
  expect(change.problem?.errors).toEqual([
    { pointer: '/body/a~1b', detail: 'there is no such field', code: 'unusable' },
  ])
  const { problem } = await notes.call(breakNote, { params: { noteId: body.id }, query: { how: 'gently' as never } })
  expect(problem?.errors?.[0]?.pointer).toBe('/query/how')
})

test('a path that cannot name anything names nothing', async () => {
  for (const path of ['/v1/notes/7', '/v1/notes/%00', '/v1/notes/%E0%A4%A', '/v1/none', '/']) {
    expect(await codeOf(await send(path))).toEqual([404, 'not-found'])
  }
})

test('a known path says which operations it has', async () => {
  const response = await send(`/v1/notes/${newId('review')}`, { method: 'PUT' })
  expect(response.headers.get('allow')).toBe('GET, PATCH, DELETE')
  expect(await codeOf(response)).toEqual([405, 'method-not-allowed'])
})

test('what was read in an older version is not overwritten', async () => {
  const { body, headers } = await write('versioned')
  expect(headers.get('etag')).toBe('"1"')
  const read = await notes.call(readNote, { params: { noteId: body.id } })
  const change = (version: Record<string, string>) =>
    notes.call(changeNote, { params: { noteId: body.id }, body: { text: 'newer' } }, { as: staff, headers: version })
  expect((await change({})).problem?.errors?.[0]?.pointer).toBe('/headers/if-match')
  expect((await change({ 'if-match': '*' })).status).toBe(422)
  expect((await change({ 'if-match': '"2"' })).status).toBe(412)
  for (const tag of ['1', '"1"', 'W/"1"', read.headers.get('etag') ?? ''])
    expect((await change({ 'if-match': tag })).status).toBe(200)
})

test('what has not changed since it was read is not sent again', async () => {
  const { body } = await write('stored')
  const first = await send(`/v1/notes/${body.id}`)
  const again = await send(`/v1/notes/${body.id}`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
  expect([first.headers.get('cache-control'), again.status, await again.text()]).toEqual(['no-store', 304, ''])
})

test('what breaks on our side is a 500 of fixed text, and so is a result that breaks the contract', async () => {
  const params = { noteId: newId('review') }
  for (const how of ['throw', 'response'] as const) {
    const { status, problem } = await notes.call(breakNote, { params, query: { how } })
    expect([status, problem?.code]).toEqual([500, 'internal'])
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|contract|text|expected/)
  }
})

test('several cookies leave apart, closed to scripts', async () => {
  const { headers } = await notes.call(breakNote, { params: { noteId: newId('review') }, query: { how: 'cookies' } })
  expect(headers.getSetCookie()).toEqual([
    'bl_access=one; Path=/; HttpOnly; SameSite=Lax',
    'bl_refresh=two; Path=/v1/auth; HttpOnly; SameSite=Lax',
  ])
})

test('an app that is too old must upgrade', async () => {
  const { body } = await write('for apps')
  const read = (version: string) =>
    notes.call(readNote, { params: { noteId: body.id } }, { headers: { 'x-app-version': version } })
  expect((await read('1.1.9')).problem).toMatchObject({
    status: 426,
    code: 'upgrade-required',
    minimumAppVersion: '1.2.0',
  })
  expect((await read('1.10.0')).status).toBe(200)
})
