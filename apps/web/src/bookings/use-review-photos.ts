import { useCallback, useEffect, useState } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { OwnPhoto } from '@buy-locals/contracts/business/shapes'
import { addReviewPhoto, deleteReviewPhoto, listReviewPhotos } from '@buy-locals/contracts/review/operations'
import { checkFile } from '@buy-locals/features/photos/check-file'
import { sendFile } from '@buy-locals/features/photos/send-file'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'

type Fault = Extract<ReturnType<typeof checkFile>, { fault: string }>['fault'] | 'limit' | 'failed'
export type Sending = { key: string; file: File; done: number; fault?: Fault | undefined; photoId?: Id<'photo'> }

const pollMs = 1_500

function faultOf(file: File): Fault | undefined {
  const checked = checkFile(file)
  return typeof checked === 'object' ? checked.fault : undefined
}

/** The photos of a visit while its review is written: those that are there, and those that are being sent. */
export function useReviewPhotos(bookingId: Id<'booking'>) {
  const [photos, setPhotos] = useState<OwnPhoto[]>([])
  const [sending, setSending] = useState<Sending[]>([])
  const [stops] = useState(() => new Map<string, AbortController>())
  const input = { params: { bookingId } }
  // Without its photos the form is still complete.
  const load = useCallback(
    () => callApi(listReviewPhotos, { params: { bookingId } }).then(({ items }) => setPhotos(items), () => {}), // prettier-ignore
    [bookingId],
  )
  const change = (key: string, changes: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const take = (key: string) => setSending((all) => all.filter((each) => each.key !== key))

  useEffect(() => void load(), [load])
  const isUnderWay = photos.some(({ status }) => status === 'uploading' || status === 'processing')
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void load(), pollMs)
    return () => clearInterval(timer)
  }, [isUnderWay, load])

  async function send({ key, file }: Sending): Promise<void> {
    const contentType = checkFile(file)
    if (typeof contentType === 'object') return
    const { signal } = stops.get(key) ?? new AbortController()
    if (signal.aborted) return
    let photoId: Id<'photo'> | undefined
    try {
      const { photo, upload } = await callApi(addReviewPhoto, { ...input, body: { contentType, bytes: file.size } })
      photoId = photo.id
      change(key, { photoId })
      await sendFile(upload, file, { onProgress: (done) => change(key, { done }), signal })
      stops.delete(key)
      await load()
      take(key)
    } catch (error) {
      stops.delete(key)
      change(key, { fault: error instanceof Refusal && error.code === 'limit-reached' ? 'limit' : 'failed' })
      // What was announced and will not come would stand in the list, and count, for an hour.
      if (photoId) await remove(photoId)
    }
  }

  /** One after the other, so that they are in the order in which they were chosen. */
  async function add(files: readonly File[]): Promise<void> {
    const added = files.map((file) => ({ file, key: newIdempotencyKey(), done: 0, fault: faultOf(file) }))
    for (const { key } of added) stops.set(key, new AbortController())
    setSending((all) => [...all, ...added])
    for (const each of added) await send(each)
  }

  function retry(each: Sending): void {
    change(each.key, { fault: undefined, done: 0 })
    stops.set(each.key, new AbortController())
    void send(each)
  }

  /** What is being sent is sent no further. */
  function dismiss(key: string): void {
    stops.get(key)?.abort()
    take(key)
  }

  async function remove(photoId: Id<'photo'>): Promise<void> {
    await callApi(deleteReviewPhoto, { params: { bookingId, photoId } }).catch(() => {})
    await load()
  }
  const announced = new Set(sending.map(({ photoId }) => photoId))
  return { photos: photos.filter(({ id }) => !announced.has(id)), sending, add, remove, retry, dismiss }
}
