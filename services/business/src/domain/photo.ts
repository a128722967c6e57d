import type { OwnPhoto, PhotoRefusal, ShownPhoto } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'

export type Photo = {
  id: Id<'photo'>
  businessId: Id<'business'>
  status: OwnPhoto['status']
  alt: string
  refusal: PhotoRefusal | undefined
  /** Once it is ready. */
  shown: Omit<ShownPhoto, 'id' | 'alt'> | undefined
  /** Keys of what is stored of it, besides the original. */
  files: string[]
  version: number
}

export const originalKey = (id: Id<'photo'>): string => `originals/${id}`

/** Whose it is. Undefined of a key that we do not make. */
export const photoOfKey = (key: string): Id<'photo'> | undefined =>
  /^(?:originals|photos)\/(pho_\w+)/.exec(key)?.[1] as Id<'photo'> | undefined

const toShown = ({ id, alt, shown }: Photo): ShownPhoto | undefined => shown && { id, alt, ...shown }

/** What everybody sees. */
export const toShownPhotos = (photos: readonly Photo[]): ShownPhoto[] => photos.flatMap((photo) => toShown(photo) ?? [])

export const toOwnPhoto = (photo: Photo): OwnPhoto => {
  const { id, status, alt, refusal, version } = photo
  const shown = toShown(photo)
  return { id, status, alt, ...(refusal && { refusal }), ...(shown && { shown }), version }
}
