import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { api } from '@buy-locals/api-client/api'
import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import { documents } from '@buy-locals/contracts/documents'
import { expect, test } from 'vitest'
import { openShop, startServer, type Server } from './support.ts'

const openBarber = (server: Server) =>
  openShop(server, async ({ owner, params }) => {
    const body = { name: 'Haircut', durationMinutes: 30, price: { amount: 4_500, currency: 'USD' as const } }
    const { id: serviceId } = await owner.call(booking.addService, { params, body })
    return { serviceId }
  })

const at = (server: Server, hours: number) =>
  server.composed.auth.clock().round('hour').add({ hours }).toString({ smallestUnit: 'second' })

test('an export has what the services store of the person, and nothing of others', async () => {
  await using server = await startServer()
  const { businessId, serviceId, owner } = await openBarber(server)
  const guest = { name: 'Cora Lane', email: 'cora.lane@example.com', phone: '+12085550177' }
  await api({ baseUrl: server.url, patience: 10 })(booking.book, {
    body: { businessId, serviceId, start: at(server, 30), note: 'As a guest', guest },
  })
  const [person, other] = [await server.someone('Cora Lane'), await server.someone('Otto Other')]
  await server.drain()
  await person.call(booking.book, { body: { businessId, serviceId, start: at(server, 40), note: 'By the window' } })
  await other.call(booking.book, { body: { businessId, serviceId, start: at(server, 50), note: 'Not hers' } })
  await expect(person.call(auth.readExport, {})).rejects.toMatchObject({ code: 'not-found' })
  await person.call(auth.requestExport, {})
  await server.drain()

  expect((await person.call(auth.readExport, {})).readyAt).toBeDefined()
  const file = await person.call(auth.downloadExport, {})
  expect(Object.keys(file)).toEqual(['exportedAt', 'auth', 'business', 'booking', 'payment', 'review', 'notification'])
  const text = JSON.stringify(file)
  for (const own of ['cora.lane@example.com', '+12085550177', 'As a guest', 'By the window', 'Third Street Barber'])
    expect(text).toContain(own)
  for (const foreign of ['Otto', 'Not hers', 'Owen', 'Ada', other.id, owner.id, 'hash'])
    expect(text).not.toContain(foreign)

  const mails = (await (await fetch(`${server.url}/dev/inbox?to=cora.lane@example.com`, { headers: { accept: 'application/json' } })).json()) as { items: { subject: string; text: string }[] } // prettier-ignore
  expect(mails.items.find(({ subject }) => subject === 'Your data is ready')?.text).toContain(`${server.url}/account`)
  await expect(other.call(auth.downloadExport, {})).rejects.toMatchObject({ code: 'not-found' })
})

test('an export is there for a week', async () => {
  await using server = await startServer({ PAYMENTS: 'off' })
  const person = await server.someone('Cora Lane')
  await person.call(auth.requestExport, {})
  await server.drain()
  await server.advance('P8D')
  const again = await server.someone('Cora Lane')
  await expect(again.call(auth.downloadExport, {})).rejects.toMatchObject({ code: 'not-found' })
  expect(await server.composed.auth.db.selectFrom('exports').selectAll().execute()).toEqual([])
})

const ownTerms = '# Terms of this town\n\nBe kind.'

test('terms and privacy are accepted by version and time, those of the operator where there are some', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'legal-'))
  await writeFile(join(folder, 'terms.md'), ownTerms)
  await using server = await startServer({ LEGAL_DIR: folder })
  await rm(folder, { recursive: true })
  const { privacy } = documents
  const terms = createHash('sha256').update(ownTerms).digest('hex').slice(0, 12)
  const { businessId, serviceId } = await openBarber(server)
  const plain = api({ baseUrl: server.url, patience: 10 })
  const { person } = await plain(auth.register, {
    body: { email: 'nina@example.com', password: 'copper kettle sunday', name: 'Nina New' },
  })
  const accepted = await server.composed.auth.db.selectFrom('acceptances').selectAll().where('person_id', '=', person.id).execute() // prettier-ignore
  expect(Object.fromEntries(accepted.map(({ document, version }) => [document, version]))).toEqual({ terms, privacy })
  expect(accepted[0]?.accepted_at.until(server.composed.auth.clock()).total('minutes')).toBeLessThan(1)
  const guest = { name: 'Gus Guest', email: 'gus@example.com' }
  const { id } = await plain(booking.book, { body: { businessId, serviceId, start: at(server, 30), guest } })
  const row = await server.composed.databases.get('booking')?.withTables<{ bookings: { id: string; accepted_terms: string; accepted_privacy: string } }>().selectFrom('bookings').select(['accepted_terms', 'accepted_privacy']).where('id', '=', id).executeTakeFirst() // prettier-ignore
  expect(row).toEqual({ accepted_terms: terms, accepted_privacy: privacy })
})
