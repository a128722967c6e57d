import type { Kysely, Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { maxPhotoBytes, type PhotoRefusal, type Upload } from '@buy-locals/contracts/business/shapes'
import type { Clock } from '@buy-locals/service-kit/clock'
import { cancelJob, job, jobType, schedule, type JobKind } from '@buy-locals/service-kit/jobs'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import { id as idOf, type Id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { urlOf, type Media } from '../media.ts'
import { filesOf, renderPhoto, type Rendered } from '../render-photo.ts'
import { originalKey, ownerOfKey, photoOfKey, shownKey, type Photo, type PhotoOwner } from './photo.ts'
import * as photos from './photo-table.ts'
import type { PhotoTables } from './photo-table.ts'

type Needed<DB> = { db: Kysely<DB>; clock: Clock; media: Media }

type Options<DB> = {
  owner: PhotoOwner
  /** What else becomes different when a photo can be shown, in one transaction; `save` is false where it was deleted meanwhile. */
  show(tx: Transaction<DB>, now: Temporal.Instant, photo: Photo, save: () => Promise<boolean>): Promise<boolean>
}

/** A photo with which the process has ended so often is not tried again. */
const maxTries = 3

/** The way of a photo from its announcement to its page, the same for every service that has some. */
export function photoFlow<DB extends PhotoTables & KitTables>({ owner, show }: Options<DB>) {
  /** When its bytes have arrived. `since`: nobody says when they do, and they are looked for again and again. */
  const processJob = jobType(
    `${owner}.process-photo`,
    z.object({ photoId: idOf('photo'), since: instant.optional() }),
    { lane: 'media' },
  )
  const removeFilesJob = jobType(`${owner}.remove-files`, z.object({ keys: z.array(z.string()) }), { lane: 'upkeep' })
  /** Planted by a migration; runs every day. */
  const removeOrphansJob = jobType(`${owner}.remove-orphans`, z.object({}), { lane: 'upkeep', isNeverParked: true })

  /** Before the transaction that stores the photo. */
  const signUpload = (
    { media, clock }: Pick<Needed<DB>, 'media' | 'clock'>,
    { id }: Photo,
    file: { contentType: string; bytes: number },
  ): Promise<Upload> => media.signUpload({ key: originalKey(owner, id), ...file, expiresAt: clock().add({ hours: 1 }) })

  const awaitBytes = (tx: Transaction<DB>, now: Temporal.Instant, { id }: Photo): Promise<void> =>
    schedule(tx, processJob, id, now.add({ seconds: 2 }), { photoId: id, since: now.toString() })

  /** The bytes have come, for the first time or again. False where nobody needs them: there is no such photo any more, or it was refused. */
  async function startProcessing(tx: Transaction<DB>, now: Temporal.Instant, photoId: Id<'photo'>): Promise<boolean> {
    const photo = await photos.lock(tx, photoId)
    if (photo?.status !== 'uploading') return photo !== undefined && photo.status !== 'refused'
    await photos.update(tx, { ...photo, status: 'processing', version: photo.version + 1 }, now)
    await schedule(tx, processJob, photoId, now, { photoId })
    return true
  }

  /** The bytes under that key have been stored. What was deleted or refused in the meantime leaves none. */
  async function receive({ db, clock, media }: Needed<DB>, key: string): Promise<void> {
    const photoId = photoOfKey(key)
    const now = clock()
    const isNeeded = photoId && (await db.transaction().execute((tx) => startProcessing(tx, now, photoId)))
    if (!isNeeded) await media.remove([key])
  }

  /** Its row now, its files then. */
  async function remove(tx: Transaction<DB>, { id, files }: Photo, filesGoAt: Temporal.Instant): Promise<void> {
    await photos.remove(tx, id)
    await cancelJob(tx, processJob, id)
    await schedule(tx, removeFilesJob, id, filesGoAt, { keys: [originalKey(owner, id), ...files] })
  }

  /** Makes what is shown of a photo. However often it is begun, it ends the same. */
  async function processPhoto(
    deps: Needed<DB>,
    { photoId, since, attempts }: { photoId: Id<'photo'>; since?: string | undefined; attempts: number },
  ): Promise<Temporal.Instant | void> {
    const { db, clock, media } = deps
    const key = originalKey(owner, photoId)
    const photo = await photos.find(db, photoId)
    if (!photo || photo.status === 'ready' || photo.status === 'refused') return
    const bytes = await media.sizeOf(key)
    if (photo.status === 'uploading') {
      const now = clock()
      if (bytes === undefined) return nextPoll(since, now) ?? forget(deps, photoId)
      await db.transaction().execute((tx) => startProcessing(tx, now, photoId))
      return
    }
    if (bytes === undefined || bytes > maxPhotoBytes || attempts > maxTries) return refuse(deps, photoId, 'unreadable')
    const original = await media.read(key, maxPhotoBytes)
    if (!original) return refuse(deps, photoId, 'unreadable')
    const rendered = await renderPhoto(original)
    if ('refusal' in rendered) return refuse(deps, photoId, rendered.refusal)
    await publish(deps, photo, rendered)
  }

  /** Its bytes never came. */
  async function forget({ db }: Needed<DB>, photoId: Id<'photo'>): Promise<void> {
    await db.transaction().execute(async (tx) => {
      const photo = await photos.lock(tx, photoId)
      if (photo?.status === 'uploading') await photos.remove(tx, photoId)
    })
  }

  async function refuse({ db, clock }: Needed<DB>, photoId: Id<'photo'>, refusal: PhotoRefusal): Promise<void> {
    const now = clock()
    await db.transaction().execute(async (tx) => {
      const photo = await photos.lock(tx, photoId)
      if (!photo) return
      await photos.update(tx, { ...photo, status: 'refused', refusal, version: photo.version + 1 }, now)
      await schedule(tx, removeFilesJob, photoId, now, { keys: [originalKey(owner, photoId)] })
    })
  }

  /** Only when every file is there is the photo ready. */
  async function publish({ db, clock, media }: Needed<DB>, photo: Photo, rendered: Rendered): Promise<void> {
    const { hash, sizes, ...about } = rendered
    const keyOf = (width: number, format: string) => shownKey(owner, photo.id, `${hash}-${width}.${format}`)
    const put = ({ width, format, bytes }: ReturnType<typeof filesOf>[number]) =>
      media.put(keyOf(width, format), bytes, `image/${format}`)
    const outcomes = await Promise.allSettled(filesOf(rendered).map(put)) // where one fails, none is written later
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed) throw failed.reason
    const toSize = ({ width, height }: { width: number; height: number }) => {
      const url = (format: string) => urlOf(keyOf(width, format))
      return { width, height, avif: url('avif'), webp: url('webp'), jpeg: url('jpeg') }
    }
    const files = filesOf(rendered).map(({ width, format }) => keyOf(width, format))
    const shown = { ...about, url: urlOf(keyOf(about.width, 'jpeg')), sizes: sizes.map(toSize) }
    const now = clock()
    const isShown = await db.transaction().execute((tx) =>
      show(tx, now, photo, async () => {
        const newest = await photos.lock(tx, photo.id)
        if (!newest) return false
        await photos.update(tx, { ...newest, status: 'ready', shown, files, version: newest.version + 1 }, now)
        const keys = [originalKey(owner, photo.id)]
        await schedule(tx, removeFilesJob, photo.id, now.add({ hours: 30 * 24 }), { keys })
        return true
      }),
    )
    if (!isShown) await media.remove(files) // deleted meanwhile
  }

  /** Removes the files that nothing leads to: of photos that are gone or refused, and what a process that was killed has left behind. */
  async function removeOrphans({ db, media }: Pick<Needed<DB>, 'db' | 'media'>): Promise<void> {
    for await (const keys of media.list()) {
      const own = keys.filter((key) => ownerOfKey(key) === owner)
      const found = await photos.filesOf(db, [...new Set(own.flatMap((key) => photoOfKey(key) ?? []))])
      const isUsed = (key: string) => {
        const id = photoOfKey(key)
        const photo = id && found.get(id)
        if (!photo || photo.status === 'refused') return false
        // What is under way may be in the middle of writing its files.
        return key === originalKey(owner, id) || photo.status === 'processing' || photo.files.includes(key)
      }
      await media.remove(own.filter((key) => !isUsed(key)))
    }
  }

  const jobs = (deps: Needed<DB>): JobKind[] => [
    job(processJob, ({ payload, attempts }) => processPhoto(deps, { ...payload, attempts })),
    job(removeFilesJob, ({ payload: { keys } }) => deps.media.remove(keys)),
    job(removeOrphansJob, async () => {
      await removeOrphans(deps)
      return deps.clock().add({ hours: 24 })
    }),
  ]

  return { signUpload, awaitBytes, receive, remove, processPhoto, removeOrphans, jobs }
}

/** Storage elsewhere says nothing when bytes have come: seldom and more seldom, until their hour is long over. */
function nextPoll(since: string | undefined, now: Temporal.Instant): Temporal.Instant | undefined {
  if (since === undefined) return undefined
  const seconds = now.since(Temporal.Instant.from(since)).total('seconds')
  return seconds < 3_900 ? now.add({ seconds: Math.max(2, Math.round(seconds / 8)) }) : undefined
}
