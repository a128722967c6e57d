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
type Sending = { key: string; name: string; done: number; fault?: Fault }

const pollMs = 1_500

/** The photos of a visit while its review is written: those that are there, and those that are being sent. */
export function useReviewPhotos(bookingId: Id<'booking'>) {
  const [photos, setPhotos] = useState<OwnPhoto[]>([])
  const [sending, setSending] = useState<Sending[]>([])
  const input = { params: { bookingId } }
  // Without its photos the form is still complete.
  const load = useCallback(
    () => callApi(listReviewPhotos, { params: { bookingId } }).then(({ items }) => setPhotos(items), () => {}), // prettier-ignore
    [bookingId],
  )
  const change = (key: string, changes: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const dismiss = (key: string) => setSending((all) => all.filter((each) => each.key !== key))

  useEffect(() => void load(), [load])
  const isUnderWay = photos.some(({ status }) => status === 'uploading' || status === 'processing')
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void load(), pollMs)
    return () => clearInterval(timer)
  }, [isUnderWay, load])

  async function send(key: string, file: File): Promise<void> {
    const contentType = checkFile(file)
    if (typeof contentType === 'object') return change(key, contentType)
    try {
      const { upload } = await callApi(addReviewPhoto, { ...input, body: { contentType, bytes: file.size } })
      await sendFile(upload, file, (done) => change(key, { done }))
      await load()
      dismiss(key)
    } catch (error) {
      change(key, { fault: error instanceof Refusal && error.code === 'limit-reached' ? 'limit' : 'failed' })
    }
  }

  /** One after the other, so that they are in the order in which they were chosen. */
  async function add(files: readonly File[]): Promise<void> {
    const added = files.map((file) => ({ file, key: newIdempotencyKey(), name: file.name, done: 0 }))
    setSending((all) => [...all, ...added])
    for (const { key, file } of added) await send(key, file)
  }

  async function remove(photoId: Id<'photo'>): Promise<void> {
    await callApi(deleteReviewPhoto, { params: { bookingId, photoId } }).catch(() => {})
    await load()
  }
  return { photos, sending, add, remove, dismiss }
}
