import sharp from 'sharp'
import { deflateSync, crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/business/operations'
import type { photoRefusals } from '@buy-locals/contracts/business/shapes'
import { flow } from '../src/steps/photo-flow.ts'
import { announce, jpeg, list, picture, processAll, send, storedFiles, upload } from './photo-support.ts'
import { owner, startBusiness } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
})
afterAll(() => town[Symbol.asyncDispose]())

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>',
)
const ftyp = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0${brand}mp41`, 'latin1'),
    Buffer.alloc(500),
  ])

/** A few bytes that say they are of 60,000 × 60,000 pixels. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(60_000, 0)
  header.writeUInt32BE(60_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(5_000_000))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]) // prettier-ignore
}

/** Three of 300 × 300, each of its own gray. */
const frames = () =>
  sharp(Buffer.concat([10, 120, 240].map((gray) => Buffer.alloc(300 * 300 * 3, gray))), {
    raw: { width: 300, height: 900, channels: 3, pageHeight: 300 },
  })

const refused: [string, () => Promise<Buffer> | Buffer, (typeof photoRefusals)[number]][] = [
  ['a picture with a script in it', () => svg, 'not-a-photo'],
  ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-a-photo'],
  ['a PDF', () => Buffer.from('%PDF-1.7 and so on'), 'not-a-photo'],
  ['a film', () => ftyp('isom'), 'not-a-photo'],
  ['HEIC', () => ftyp('heic'), 'heic'],
  ['an animated GIF', () => frames().gif().toBuffer(), 'animation'],
  ['an animated WebP', () => frames().webp().toBuffer(), 'animation'],
  ['a decompression bomb', bomb, 'too-many-pixels'],
  ['60 megapixels', () => sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#a53' } }).jpeg().toBuffer(), 'too-many-pixels'], // prettier-ignore
  ['an AVIF of 16 megapixels', () => sharp({ create: { width: 5_000, height: 3_200, channels: 3, background: '#a53' } }).avif({ effort: 0 }).toBuffer(), 'too-many-pixels'], // prettier-ignore
  ['an icon', () => picture(64, 64).png().toBuffer(), 'too-small'],
  ['half a photo', async () => (await jpeg()).subarray(0, 2_000), 'unreadable'],
  ['half a PNG', async () => (await picture().png().toBuffer()).subarray(0, 1_500), 'unreadable'],
  ['a header and noise', () => Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.alloc(9_000, 'xy')]), 'unreadable'], // prettier-ignore
]

test.each(refused)(
  '%s is refused with the reason, and nothing of it is shown or stays',
  async (name, make, refusal) => {
    const { id: businessId } = await town.publish({ name: `Refuses ${name}`.slice(0, 60) })
    const photoId = await upload(town, businessId, await make())
    await processAll(town)
    await processAll(town) // the files go a moment later
    expect(await list(town, businessId)).toMatchObject([{ id: photoId, status: 'refused', refusal }])
    expect((await town.read(businessId)).body.photos).toEqual([])
    expect(await storedFiles(town)).not.toContain(photoId)
    expect(await storedFiles(town, `photos/${photoId}`)).toEqual([])
  },
)

const harmless: [string, () => Promise<Buffer>][] = [
  ['CMYK', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
  ['a gray photo', () => picture().greyscale().jpeg().toBuffer()],
  ['a PNG with holes, called a JPEG', () => sharp({ create: { width: 500, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()], // prettier-ignore
  ['AVIF', () => picture().avif().toBuffer()],
  ['a photo that is a page too', async () => Buffer.concat([await jpeg(), Buffer.from('<script>alert("poly")</script>PK\x03\x04')])], // prettier-ignore
]

test.each(harmless)('%s becomes a photo as any other', async (name, make) => {
  const { id: businessId } = await town.publish({ name: `Takes ${name}`.slice(0, 60) })
  await upload(town, businessId, await make())
  await processAll(town)
  const [photo] = (await town.read(businessId)).body.photos
  for (const { jpeg: url, webp, avif } of photo?.sizes.slice(0, 1) ?? [])
    for (const each of [url, webp, avif]) {
      const bytes = Buffer.from(await (await fetch(town.url + each)).arrayBuffer())
      expect(await sharp(bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
      expect(bytes.includes('alert')).toBe(false)
    }
  expect(photo?.sizes.length).toBeGreaterThan(1)
})

test('only so many bytes as were announced are taken, and only for whom they were signed, and in time', async () => {
  const { id: businessId } = await town.publish({ name: 'Signed' })
  const bytes = await jpeg()
  const { upload: signed, photo } = (await announce(town, businessId, bytes.length)).body
  const status = async () => (await list(town, businessId))[0]?.status
  expect((await send(town, signed, bytes.subarray(0, 1_000))).status).toBe(422)
  expect((await send(town, signed, Buffer.alloc(0))).status).toBe(422)
  expect((await send(town, signed, Buffer.concat([bytes, Buffer.alloc(1)]))).status).toBe(413)
  const changed = { ...signed, fields: { ...signed.fields, key: 'photos/of-somebody-else' } }
  expect((await send(town, changed, bytes)).status).toBe(403)
  const { signature: _, ...unsigned } = signed.fields
  expect((await send(town, { ...signed, fields: unsigned }, bytes)).status).toBe(403)
  const wider = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(signed.fields['policy'] ?? '', 'base64').toString()), bytes: 9 })).toString('base64') // prettier-ignore
  expect((await send(town, { ...signed, fields: { ...signed.fields, policy: wider } }, bytes)).status).toBe(403)
  const page = await fetch(town.url + '/media/uploads', { method: 'POST', body: 'no form' })
  expect(page.status).toBe(422)
  expect(await status()).toBe('uploading')
  expect(await storedFiles(town)).not.toContain(photo.id)
  await town.advance('PT59M')
  expect((await send(town, signed, bytes)).status).toBe(204)
  await processAll(town)
  expect(await status()).toBe('ready')
  await town.advance('PT2M')
  expect((await send(town, signed, bytes)).status).toBe(403)
})

test('more than fifteen megabytes, none at all, or no photo, are not announced', async () => {
  const { id: businessId } = await town.register({ name: 'Bounds' })
  for (const bytes of [0, 15_000_001, -1, 1.5]) expect((await announce(town, businessId, bytes)).status).toBe(422)
  const body = { contentType: 'image/svg+xml' as 'image/png', bytes: 10 }
  expect((await town.call(api.addPhoto, { params: { businessId }, body }, { as: owner })).status).toBe(422)
})

test('a photo that is sent twice is processed once', async () => {
  const { id: businessId } = await town.publish({ name: 'Sent twice' })
  const bytes = await jpeg()
  const { upload: signed } = (await announce(town, businessId, bytes.length)).body
  await Promise.all([send(town, signed, bytes), send(town, signed, bytes)])
  await processAll(town)
  const before = await list(town, businessId)
  expect(before).toMatchObject([{ status: 'ready' }])
  expect((await send(town, signed, bytes)).status).toBe(204)
  await processAll(town)
  expect(await list(town, businessId)).toEqual(before)
})

test('a photo that is sent again after its refusal leaves no bytes', async () => {
  const { id: businessId } = await town.publish({ name: 'Refused twice' })
  const bytes = Buffer.from('no photo')
  const { upload: signed, photo } = (await announce(town, businessId, bytes.length)).body
  await send(town, signed, bytes)
  await processAll(town)
  await processAll(town) // the files go a moment later
  expect((await send(town, signed, bytes)).status).toBe(204)
  expect(await storedFiles(town, 'originals')).not.toContain(photo.id)
  expect(await list(town, businessId)).toMatchObject([{ id: photo.id, status: 'refused', refusal: 'not-a-photo' }])
})

test('twenty at once all become photos, in the order in which they were announced', async () => {
  const { id: businessId } = await town.publish({ name: 'Twenty' })
  const bytes = await picture(320, 240).jpeg().toBuffer()
  const announced: Awaited<ReturnType<typeof announce>>[] = []
  for (let i = 0; i < 20; i++) announced.push(await announce(town, businessId, bytes.length))
  const sent = await Promise.all(announced.map(({ body }) => send(town, body.upload, bytes)))
  expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 204))
  await processAll(town)
  expect((await town.read(businessId)).body.photos.map(({ id }) => id)).toEqual(announced.map(({ body }) => body.photo.id)) // prettier-ignore
}, 120_000)

test('a photo whose bytes never come is forgotten, and one of which nobody heard that they came is not', async () => {
  const { id: businessId } = await town.publish({ name: 'Never came' })
  const bytes = await jpeg()
  await announce(town, businessId, bytes.length)
  const { photo } = (await announce(town, businessId, bytes.length)).body
  await town.deps.media.put(`originals/${photo.id}`, bytes, 'image/jpeg')
  await town.advance('PT66M')
  expect(await list(town, businessId)).toMatchObject([{ id: photo.id, status: 'ready' }])
})

test('a photo whose bytes come late is found by itself, where storage says nothing', async () => {
  const { id: businessId } = await town.publish({ name: 'Comes late' })
  const bytes = await jpeg()
  const { photo } = (await announce(town, businessId, bytes.length)).body
  await town.advance('PT20M')
  expect(await list(town, businessId)).toMatchObject([{ id: photo.id, status: 'uploading' }])
  await town.deps.media.put(`originals/${photo.id}`, bytes, 'image/jpeg')
  await town.advance('PT5M')
  expect(await list(town, businessId)).toMatchObject([{ id: photo.id, status: 'ready' }])
})

test('a process that ends in the middle leaves nothing half shown, and the next one finishes', async () => {
  const { id: businessId } = await town.publish({ name: 'Ended' })
  const photoId = await upload(town, businessId, await jpeg())
  let left = 4
  const dying = { ...town.deps.media, put: async (...file: Parameters<typeof town.deps.media.put>) => {
    if (left-- <= 0) throw new Error('ended')
    await town.deps.media.put(...file)
  } } // prettier-ignore
  await expect(flow.processPhoto({ ...town.deps, media: dying }, { photoId, attempts: 1 })).rejects.toThrow('ended')
  expect(await storedFiles(town, `photos/${photoId}`)).toHaveLength(4)
  expect(await list(town, businessId)).toMatchObject([{ status: 'processing' }])
  expect((await town.read(businessId)).body.photos).toEqual([])
  await processAll(town)
  expect(await storedFiles(town, `photos/${photoId}`)).toHaveLength(9)
  expect((await town.read(businessId)).body.photos).toHaveLength(1)
})

test('a photo with which the process ended again and again is refused', async () => {
  const { id: businessId } = await town.publish({ name: 'Ends it' })
  const photoId = await upload(town, businessId, await jpeg())
  await flow.processPhoto(town.deps, { photoId, attempts: 4 })
  expect(await list(town, businessId)).toMatchObject([{ status: 'refused', refusal: 'unreadable' }])
})

test('a photo that is deleted while it is processed leaves no files', async () => {
  const { id: businessId } = await town.publish({ name: 'Deleted meanwhile' })
  const photoId = await upload(town, businessId, await jpeg())
  const put = async (...file: Parameters<typeof town.deps.media.put>) => {
    await town.call(api.deletePhoto, { params: { businessId, photoId } }, { as: owner })
    await town.deps.media.put(...file)
  }
  await flow.processPhoto({ ...town.deps, media: { ...town.deps.media, put } }, { photoId, attempts: 1 })
  expect(await storedFiles(town, `photos/${photoId}`)).toEqual([])
})
