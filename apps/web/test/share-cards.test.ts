import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Temporal } from 'temporal-polyfill'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { aBusiness, aMarket } from '@buy-locals/features/testing/examples'
import { shareCardPath, toShareCard } from '../src/business/share-card'
import { loader } from '../src/business/share-card-route'
import { loadSiteI18n } from '../src/messages/site-i18n'
import { shareCards, type ShareCard } from '../src/server/share-cards'
import type { Visit } from '../src/server/visit'

/** A site with one business, which draws each picture slowly and as its name alone. */
async function startSite() {
  let business = aBusiness({ name: 'Fenwick', rating: { mean: 4.75, count: 1_204 } })
  const drawn: ShareCard[] = []
  const readShared = (async ({ id }: { id: string }) =>
    id === readConfig.id ? {} : id === 'listMarkets' ? { items: [aMarket()] } : business) as never
  const handler = shareCards(
    async (request, context) => {
      await new Promise((done) => setTimeout(done, 10))
      const [, , , businessId] = new URL(request.url).pathname.split('/')
      return loader({ params: { businessId }, request, context } as never).catch(
        (thrown: unknown) => thrown as Response,
      )
    },
    {
      apiUrl: 'http://127.0.0.1',
      readShared,
      publicUrl: 'https://town.example',
      clock: () => Temporal.Instant.from('2026-03-20T08:00:00Z'),
      reportError: () => {},
      drawShareCard: async (card) => {
        drawn.push(card)
        await new Promise((done) => setTimeout(done, 20))
        return Buffer.from(card.name)
      },
    },
  )
  const app = express().use('/share', handler)
  const server = createServer(app.use((_req, res) => void res.status(404).end()))
  onTestFinished(() => void server.close())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const pathIn = (locale: Visit['locale']) => shareCardPath(toShareCard(business, locale), business.id, locale)
  return {
    drawn,
    pathIn,
    open: (path: string) => fetch(url + path, { redirect: 'manual' }),
    change: (changes: Partial<typeof business>) => void (business = { ...business, ...changes }),
  }
}

test('however many ask for a picture, it is drawn once, and its address is good forever', async () => {
  const { open, pathIn, drawn } = await startSite()
  const responses = await Promise.all(Array.from({ length: 12 }, () => open(pathIn('en-US'))))
  responses.push(await open(pathIn('en-US')))
  for (const response of responses) expect([response.status, await response.text()]).toEqual([200, 'Fenwick'])
  const [first] = responses
  expect(first?.headers.get('content-type')).toBe('image/png')
  expect(first?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(drawn).toHaveLength(1)
  expect(drawn[0]).toMatchObject({ about: 'Hair · Boise', rating: '4.8 (1,204)' })
})

test('a picture is in the language that its address names', async () => {
  await loadSiteI18n('es-US')
  const { open, pathIn, drawn } = await startSite()
  expect(pathIn('es-US')).not.toBe(pathIn('en-US'))
  expect((await open(pathIn('es-US'))).status).toBe(200)
  expect(drawn).toMatchObject([{ about: 'Peluquerías y barberías · Boise' }])
})

test('an address from before a change leads to the picture of today, and the old one is not drawn again', async () => {
  const { open, pathIn, change, drawn } = await startSite()
  const before = pathIn('en-US')
  change({ name: 'Fenwick & Sons' })
  const response = await open(before)
  expect([response.status, response.headers.get('location')]).toEqual([302, pathIn('en-US')])
  expect(drawn).toEqual([])
})

test('of a business that is out of sight, and at addresses that nobody made, there is no picture', async () => {
  const { open, pathIn, change, drawn } = await startSite()
  const path = pathIn('en-US')
  for (const wrong of [
    path.replace('.png', '.svg'),
    path.replace('en-US', 'xx'),
    path.replace('biz_', 'per_'),
    '/share/',
    `${path}/x`,
  ])
    // prettier-ignore
    expect([wrong, (await open(wrong)).status]).toEqual([wrong, 404])
  change({ status: 'suspended' })
  expect((await open(path)).status).toBe(404)
  expect(drawn).toEqual([])
})

test('whoever comes while very many pictures are to be drawn comes again later', async () => {
  const { open, drawn } = await startSite()
  const hash = (index: number) => index.toString(16).padStart(20, '0')
  const responses = await Promise.all(
    Array.from({ length: 60 }, (_, index) => open(`/share/en-US/biz_01h0000000000000000000000a/${hash(index)}.png`)),
  )
  expect(responses.some(({ status, headers }) => status === 503 && headers.get('retry-after') === '5')).toBe(true)
  expect(drawn).toEqual([])
})
