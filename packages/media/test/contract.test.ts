import { expect, test } from 'vitest'
import { urlOf, type Media } from '../src/media.ts'
import { storages } from './storages.ts'

async function batchesOf(media: Media): Promise<string[][]> {
  const batches: string[][] = []
  for await (const batch of media.list()) batches.push(batch)
  return batches
}
const keysOf = async (media: Media) => (await batchesOf(media)).flat().toSorted((a, b) => (a < b ? -1 : 1))
const textOf = async (media: Media, key: string) => String(await media.read(key, 10_000_000))
const [one, two] = ['photos/pho_1/a-320.webp', 'photos/pho_1/a-640.webp'] as const

for (const [name, open] of Object.entries(storages)) {
  test(`${name}: what was put is read, and put again it is the new`, async () => {
    const { media } = await open()
    await media.put(one, Buffer.from('first'), 'image/webp')
    await media.put(one, Buffer.from('second, and longer'), 'image/webp')
    expect(await textOf(media, one)).toBe('second, and longer')
    expect([await media.sizeOf(one), await media.sizeOf(two), await media.read(two, 10)]).toEqual([18, undefined, undefined]) // prettier-ignore
    expect(await keysOf(media)).toEqual([one])
  })

  test(`${name}: what is larger than whoever reads can take is not read`, async () => {
    const { media } = await open()
    await media.put(one, Buffer.alloc(2_000_001), 'image/webp')
    await expect(media.read(one, 2_000_000)).rejects.toThrow('more than 2000000 bytes')
    expect((await media.read(one, 2_000_001))?.length).toBe(2_000_001)
  })

  test(`${name}: what is removed is gone, removed again it is still gone, and its neighbors stay`, async () => {
    const { media } = await open()
    for (const key of [one, two, 'originals/pho_1']) await media.put(key, Buffer.from(key), 'image/webp')
    await media.remove([one, 'originals/pho_1', 'photos/pho_2/never'])
    await media.remove([one])
    await media.remove([])
    expect(await keysOf(media)).toEqual([two])
    await media.remove([two])
    expect(await keysOf(media)).toEqual([])
  })

  test(`${name}: many are listed in batches and removed at once, and nothing is listed where there is nothing`, async () => {
    const { media } = await open()
    expect(await keysOf(media)).toEqual([])
    const keys = Array.from({ length: 1_100 }, (_, index) => `photos/pho_${index % 7}/${index}.webp`)
    for (let at = 0; at < keys.length; at += 100)
      await Promise.all(keys.slice(at, at + 100).map((key) => media.put(key, Buffer.from('x'), 'image/webp')))
    const batches = await batchesOf(media)
    expect(batches.length).toBeGreaterThan(1)
    expect(new Set(batches.flat())).toEqual(new Set(keys))
    await media.remove(keys)
    expect(await keysOf(media)).toEqual([])
  })

  test(`${name}: of many who put the same key at once, one is read whole`, async () => {
    const { media } = await open()
    const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000))
    await Promise.all(contents.map((content) => media.put(one, Buffer.from(content), 'image/webp')))
    expect(contents).toContain(await textOf(media, one))
  })

  test(`${name}: everybody reads a photo, forever by the same address, and nothing else`, async () => {
    const { media, url } = await open()
    for (const key of [one, 'originals/pho_1']) await media.put(key, Buffer.from('pixels'), 'image/webp')
    const response = await fetch(url + urlOf(one))
    expect([response.status, await response.text()]).toEqual([200, 'pixels'])
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('content-length')).toBe('6')
    expect((await fetch(url + urlOf(one), { method: 'HEAD' })).status).toBe(200)
    const others = ['/media/photos', '/media/photos/', urlOf(two), '/media/originals/pho_1', '/media/photos/%2e%2e/originals/pho_1', '/media/photos/..%2foriginals/pho_1'] // prettier-ignore
    for (const path of others) expect([path, (await fetch(url + path)).status]).toEqual([path, 404])
  })

  test(`${name}: a browser stores exactly what was signed, under that key, as that kind, and in time`, async () => {
    const { media, send, stored, clock, advance, uploadOrigin } = await open()
    const key = 'originals/pho_1'
    const expiresAt = clock().add({ hours: 1 })
    const signed = await media.signUpload({ key, contentType: 'image/jpeg', bytes: 6, expiresAt })
    expect(new URL(signed.url).origin).toBe(uploadOrigin)
    const pixels = Buffer.from('pixels')
    const { fields } = signed
    expect(fields['Content-Type']).toBe('image/jpeg')
    const keyField = fields['key'] ?? ''
    const wrong = [
      await send(signed, Buffer.from('pixel')),
      await send(signed, Buffer.from('pixels!')),
      await send({ ...signed, fields: { ...fields, key: keyField.replace('pho_1', 'pho_2') } }, pixels),
      await send({ ...signed, fields: { ...fields, 'Content-Type': 'text/html' } }, pixels),
      await send({ ...signed, fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !/signature/i.test(field))) }, pixels), // prettier-ignore
    ]
    for (const { status } of wrong) expect([400, 403, 413, 422]).toContain(status)
    expect(await keysOf(media)).toEqual([])
    expect((await send(signed, pixels)).status).toBe(204)
    expect(await textOf(media, key)).toBe('pixels')
    expect(stored).toEqual(name.includes('S3') ? [] : [key])
    advance('PT61M')
    expect((await send(signed, pixels)).status).toBe(403)
  })
}
