import { useCallback, useEffect, useState } from 'react'
import type { OwnPhoto } from '@buy-locals/contracts/business/shapes'
import { addReviewPhoto, deleteReviewPhoto, listReviewPhotos } from '@buy-locals/contracts/review/operations'
import { useUploads } from '@buy-locals/features/photos/use-uploads'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'

const pollMs = 1_500

/** The photos of a visit while its review is written: those that are there, and those that are being sent. */
export function useReviewPhotos(bookingId: Id<'booking'>) {
  const [photos, setPhotos] = useState<OwnPhoto[]>([])
  // Without its photos the form is still complete.
  const load = useCallback(
    () => callApi(listReviewPhotos, { params: { bookingId } }).then(({ items }) => setPhotos(items), () => {}), // prettier-ignore
    [bookingId],
  )
  const remove = (photoId: Id<'photo'>) =>
    callApi(deleteReviewPhoto, { params: { bookingId, photoId } }).then(load, load)
  const { uploads, ...act } = useUploads({
    announce: (body) => callApi(addReviewPhoto, { params: { bookingId }, body }),
    withdraw: remove,
    onSent: load,
  })

  useEffect(() => void load(), [load])
  const isUnderWay = photos.some(({ status }) => status === 'uploading' || status === 'processing')
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void load(), pollMs)
    return () => clearInterval(timer)
  }, [isUnderWay, load])

  const announced = new Set(uploads.map(({ photoId }) => photoId))
  return { photos: photos.filter(({ id }) => !announced.has(id)), uploads, remove, ...act }
}
