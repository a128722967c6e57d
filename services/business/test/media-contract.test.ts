import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mediaOnDisk } from '../src/adapters/media-on-disk/media-on-disk.ts'
import type { Media } from '../src/media.ts'

async function onDisk(): Promise<Media> {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-media-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return mediaOnDisk({ folder, publicUrl: 'https://buylocals.example', secret: 'of the tests' })
}

async function batchesOf(media: Media): Promise<string[][]> {
  const batches: string[][] = []
  for await (const batch of media.list()) batches.push(batch)
  return batches
}
const keysOf = async (media: Media) => (await batchesOf(media)).flat().toSorted((a, b) => (a < b ? -1 : 1))
const [one, two] = ['photos/pho_1/a-320.webp', 'photos/pho_1/a-640.webp'] as const

/** Every storage there is. */
const storages = { 'files of a folder': onDisk }

for (const [name, open] of Object.entries(storages)) {
  test(`${name}: what was put is read, and put again it is the new`, async () => {
    const media = await open()
    await media.put(one, Buffer.from('first'), 'image/webp')
    await media.put(one, Buffer.from('second, and longer'), 'image/webp')
    expect(String(await media.read(one))).toBe('second, and longer')
    expect(await media.read(two)).toBeUndefined()
    expect(await keysOf(media)).toEqual([one])
  })

  test(`${name}: what is removed is gone, removed again it is still gone, and its neighbors stay`, async () => {
    const media = await open()
    for (const key of [one, two, 'originals/pho_1']) await media.put(key, Buffer.from(key), 'image/webp')
    await media.remove([one, 'originals/pho_1', 'photos/pho_2/never'])
    await media.remove([one])
    expect(await keysOf(media)).toEqual([two])
    await media.remove([two])
    expect(await keysOf(media)).toEqual([])
  })

  test(`${name}: many are listed in batches, and nothing where there is nothing`, async () => {
    const media = await open()
    expect(await keysOf(media)).toEqual([])
    const keys = Array.from({ length: 1_100 }, (_, index) => `photos/pho_${index % 7}/${index}.webp`)
    await Promise.all(keys.map((key) => media.put(key, Buffer.from('x'), 'image/webp')))
    const batches = await batchesOf(media)
    expect(batches.length).toBeGreaterThan(1)
    expect(new Set(batches.flat())).toEqual(new Set(keys))
  })

  test(`${name}: of many who put the same key at once, one is read whole`, async () => {
    const media = await open()
    const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000))
    await Promise.all(contents.map((content) => media.put(one, Buffer.from(content), 'image/webp')))
    expect(contents).toContain(String(await media.read(one)))
  })
}
