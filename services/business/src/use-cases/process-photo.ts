import { maxPhotoBytes, type PhotoRefusal } from '@buy-locals/contracts/business/shapes'
import { urlOf } from '@buy-locals/media/media'
import { filesOf, renderPhoto, type Rendered } from '@buy-locals/media/render-photo'
import { schedule } from '@buy-locals/service-kit/jobs'
import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { originalKey, type Photo } from '../domain/photo.ts'
import { removeFilesJob } from '../jobs.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as photos from '../persistence/photo-repository.ts'
import { savePhotos } from '../steps/save-photos.ts'
import { startProcessing } from '../steps/start-processing.ts'

type Needed = Pick<Deps, 'db' | 'clock' | 'media'>

/** A photo with which the process has ended so often is not tried again. */
const maxTries = 3

/** Storage elsewhere says nothing when bytes have come: seldom and more seldom, until their hour is long over. */
function nextPoll(since: string | undefined, now: Temporal.Instant): Temporal.Instant | undefined {
  if (since === undefined) return undefined
  const seconds = now.since(Temporal.Instant.from(since)).total('seconds')
  return seconds < 3_900 ? now.add({ seconds: Math.max(2, Math.round(seconds / 8)) }) : undefined
}

/** Makes what is shown of a photo. However often it is begun, it ends the same. */
export async function processPhoto(
  deps: Needed,
  { photoId, since, attempts }: { photoId: Id<'photo'>; since?: string | undefined; attempts: number },
): Promise<Temporal.Instant | void> {
  const { db, clock, media } = deps
  const photo = await photos.find(db, photoId)
  if (!photo || photo.status === 'ready' || photo.status === 'refused') return
  const bytes = await media.sizeOf(originalKey(photoId))
  if (photo.status === 'uploading') {
    const now = clock()
    if (bytes === undefined) return nextPoll(since, now) ?? forget(deps, photoId)
    await db.transaction().execute((tx) => startProcessing(tx, now, photoId))
    return
  }
  if (bytes === undefined || bytes > maxPhotoBytes || attempts > maxTries) return refuse(deps, photoId, 'unreadable')
  const original = await media.read(originalKey(photoId), maxPhotoBytes)
  if (!original) return refuse(deps, photoId, 'unreadable')
  const rendered = await renderPhoto(original)
  if ('refusal' in rendered) return refuse(deps, photoId, rendered.refusal)
  await show(deps, photo, rendered)
}

/** Its bytes never came. */
async function forget({ db }: Needed, photoId: Id<'photo'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const photo = await photos.lock(tx, photoId)
    if (photo?.status === 'uploading') await photos.remove(tx, photoId)
  })
}

async function refuse({ db, clock }: Needed, photoId: Id<'photo'>, refusal: PhotoRefusal): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const photo = await photos.lock(tx, photoId)
    if (!photo) return
    await photos.update(tx, { ...photo, status: 'refused', refusal, version: photo.version + 1 }, now)
    await schedule(tx, removeFilesJob, photoId, now, { keys: [originalKey(photoId)] })
  })
}

/** Only when every file is there is the photo ready. */
async function show(
  { db, clock, media }: Needed,
  { id, businessId, subject }: Photo,
  rendered: Rendered,
): Promise<void> {
  const { hash, sizes, ...about } = rendered
  const keyOf = (width: number, format: string) => `photos/${id}/${hash}-${width}.${format}`
  for (const { width, format, bytes } of filesOf(rendered))
    await media.put(keyOf(width, format), bytes, `image/${format}`)
  const toSize = ({ width, height }: { width: number; height: number }) => {
    const url = (format: string) => urlOf(keyOf(width, format))
    return { width, height, avif: url('avif'), webp: url('webp'), jpeg: url('jpeg') }
  }
  const files = filesOf(rendered).map(({ width, format }) => keyOf(width, format))
  const now = clock()
  const isShown = await db.transaction().execute(async (tx) => {
    const business = await businesses.lock(tx, businessId)
    const photo = await photos.lock(tx, id)
    if (!photo) return false
    const shown = { ...about, url: urlOf(keyOf(about.width, 'jpeg')), sizes: sizes.map(toSize) }
    await photos.update(tx, { ...photo, status: 'ready', shown, files, version: photo.version + 1 }, now)
    await savePhotos(tx, now, business, subject)
    await schedule(tx, removeFilesJob, id, now.add({ hours: 30 * 24 }), { keys: [originalKey(id)] })
    return true
  })
  if (!isShown) await media.remove(files) // deleted meanwhile
}
