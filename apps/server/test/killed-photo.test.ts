import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import { setupFromConfig } from '@buy-locals/business/from-config'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import { login, register } from '@buy-locals/contracts/auth/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { systemClock } from '@buy-locals/service-kit/clock'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { startMain } from './start-main.ts'
import { password } from './support.ts'

/** Gray of 48 megapixels, in few bytes: it takes a while to make small. */
function slowPhoto(): Buffer {
  const [width, height] = [8_000, 6_000]
  const row = Buffer.from(Array.from({ length: width + 1 }, (_, x) => (x === 0 ? 0 : Math.abs((x % 512) - 256) & 255)))
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)), { level: 1 })
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]) // prettier-ignore
}

test('a server that is killed in the middle of a photo shows nothing of it, and all of it when it is there again', async () => {
  const folder = await folderOnSharedCluster()
  onTestFinished(() => folder[Symbol.asyncDispose]())
  const { DATA_DIR, DATABASE_URL = '' } = folder.environment
  const { database } = JSON.parse(await readFile(join(DATA_DIR, 'secrets.json'), 'utf8')) as { database: string }
  const setup = setupFromConfig({ databaseUrl: DATABASE_URL, databaseSecret: database, clock: systemClock })
  await ensureMarket(setup, { slug: 'boise', name: 'Boise', location: { lat: 43.615, lon: -116.2 }, timeZone: 'America/Boise', currency: 'USD', feeBasisPoints: 500, complaintHours: 24 }) // prettier-ignore
  await setup.db.destroy()
  const open = async () => {
    const main = startMain({ ...folder.environment, PAYMENTS: 'off', LOG_LEVEL: 'silent', LIMIT_FACTOR: '1000' })
    onTestFinished(() => void main.child.kill('SIGKILL'))
    await main.isOpen()
    return { ...main, url: /http:\/\/127\.0\.0\.1:\d+/.exec(main.printed.out)?.[0] ?? '' }
  }

  const first = await open()
  const email = 'owen@example.com'
  await api({ baseUrl: first.url })(register, { body: { email, password, name: 'Owen', timeZone: 'America/Boise' } })
  const signIn = async (baseUrl: string) => {
    const { session } = await api({ baseUrl })(login, { body: { email, password } })
    return api({ baseUrl, headers: () => ({ authorization: `Bearer ${session.accessToken}` }), patience: 20 })
  }
  const call = await signIn(first.url)
  const address = { city: 'Boise', country: 'US' }
  const { id: businessId } = await call(business.registerBusiness, {
    body: { name: 'Killed', categories: ['hair'], address, location: { lat: 43.61, lon: -116.2 } },
  })
  const params = { businessId }
  const bytes = slowPhoto()
  const { photo, upload } = await call(business.addPhoto, { params, body: { contentType: 'image/png', bytes: bytes.length } }) // prettier-ignore
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', new Blob([Buffer.from(bytes)]))
  expect((await fetch(first.url + new URL(upload.url).pathname, { method: 'POST', body: form })).status).toBe(204)
  const files = () => readdir(join(DATA_DIR, 'media/photos', photo.id)).catch(() => [])
  await expect.poll(async () => (await files()).length, { timeout: 60_000, interval: 1 }).toBeGreaterThan(0)
  first.child.kill('SIGKILL')
  await first.ended

  const second = await open()
  const again = await signIn(second.url)
  const [item] = (await again(business.listPhotos, { params })).items
  expect(item).toMatchObject({ id: photo.id, status: 'processing' })
  expect((await again(business.readBusiness, { params })).photos).toEqual([])
  const status = async () => (await again(business.listPhotos, { params })).items[0]?.status
  await expect.poll(status, { timeout: 120_000, interval: 500 }).toBe('ready')
  const [shown] = (await again(business.readBusiness, { params })).photos
  const urls = shown?.sizes.flatMap(({ avif, webp, jpeg }) => [avif, webp, jpeg]) ?? []
  expect(urls).toHaveLength(12)
  for (const url of urls) expect([url, (await fetch(second.url + url)).status]).toEqual([url, 200])
  expect(await files()).toHaveLength(12)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})
