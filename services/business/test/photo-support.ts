import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import * as api from '@buy-locals/contracts/business/operations'
import type { DetailPhoto, Upload } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { owner, type startBusiness } from './support.ts'

type Town = Awaited<ReturnType<typeof startBusiness>>
type BusinessId = Id<'business'>

/** Half one color and half another: wide as a shop front, and quickly made small. */
export const picture = (width = 700, height = 500): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#c0562f' } }).composite([
    { input: { create: { width: Math.ceil(width / 3), height, channels: 3, background: '#2f5f7a' } }, left: 0, top: 0 },
  ])

export const jpeg = (): Promise<Buffer> => picture().jpeg().toBuffer()

export const announce = (
  town: Town,
  businessId: BusinessId,
  bytes: number,
  { alt = '', as = owner, of }: { alt?: string; as?: Id<'person'>; of?: DetailPhoto['of'] | undefined } = {},
) => town.call(api.addPhoto, { params: { businessId }, body: { contentType: 'image/jpeg', bytes, alt, of } }, { as })

/** As a browser does. */
export function send(town: Town, { url, fields }: Upload, bytes: Uint8Array): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([Buffer.from(bytes)]), 'photo.jpg')
  return fetch(town.url + new URL(url).pathname, { method: 'POST', body: form })
}

export async function upload(
  town: Town,
  businessId: BusinessId,
  bytes: Buffer,
  alt = '',
  of?: DetailPhoto['of'],
): Promise<Id<'photo'>> {
  const { body, status, problem } = await announce(town, businessId, bytes.length, { alt, of })
  if (status !== 201) throw new Error(JSON.stringify(problem))
  const sent = await send(town, body.upload, bytes)
  if (sent.status !== 204) throw new Error(await sent.text())
  return body.photo.id
}

/** All that have arrived are processed, one after the other. */
export async function processAll({ db, advance }: Town): Promise<void> {
  const underWay = db.selectFrom('photos').select('id').where('status', '=', 'processing')
  do await advance('PT1S')
  while (await underWay.executeTakeFirst())
}

export async function addReady(town: Town, businessId: BusinessId, alt = ''): Promise<Id<'photo'>> {
  const id = await upload(town, businessId, await jpeg(), alt)
  await processAll(town)
  return id
}

export const list = async (town: Town, businessId: BusinessId) =>
  (await town.call(api.listPhotos, { params: { businessId } }, { as: owner })).body.items

export async function storedFiles(town: Town, below = ''): Promise<string[]> {
  const entries = await readdir(join(town.mediaFolder, below), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}
