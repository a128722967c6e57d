import type { DetailPhoto, OwnPhoto, PhotoRefusal, ShownPhoto } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'

export type Photo = {
  id: Id<'photo'>
  businessId: Id<'business'>
  /** The business itself, or one of its services or staff. */
  subject: Id<'business'> | DetailPhoto['of']
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

/** Wider than a card nothing is needed of it. */
const maxDetailWidth = 640

export const toDetailPhotos = (photos: readonly Photo[]): DetailPhoto[] =>
  photos.flatMap((photo) => {
    const { subject } = photo
    const shown = toShown(photo)
    return shown && !isOfBusiness(subject) ? { of: subject, photo: narrow(shown) } : []
  })

const isOfBusiness = (subject: Photo['subject']): subject is Id<'business'> => subject.startsWith('biz_')

function narrow(photo: ShownPhoto): ShownPhoto {
  const sizes = photo.sizes.filter(({ width }, at) => at === 0 || width <= maxDetailWidth)
  return { ...photo, sizes, url: sizes.at(-1)?.jpeg ?? photo.url }
}

export const toOwnPhoto = (photo: Photo): OwnPhoto => {
  const { id, status, alt, refusal, version } = photo
  const shown = toShown(photo)
  return { id, status, alt, ...(refusal && { refusal }), ...(shown && { shown }), version }
}
