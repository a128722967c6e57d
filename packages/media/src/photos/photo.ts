import type { OwnPhoto, PhotoRefusal, ShownPhoto } from '@buy-locals/contracts/business/shapes'
import { newId, type Id } from '@buy-locals/values/ids'

export type Photo<Subject extends string = string> = {
  id: Id<'photo'>
  /** What it is of. */
  subject: Subject
  status: OwnPhoto['status']
  alt: string
  refusal: PhotoRefusal | undefined
  /** Once it is ready. */
  shown: Omit<ShownPhoto, 'id' | 'alt'> | undefined
  /** Keys of what is stored of it, besides the original. */
  files: string[]
  version: number
}

export const toNewPhoto = <Subject extends string>(subject: Subject, alt: string): Photo<Subject> => ({
  ...{ id: newId('photo'), subject, status: 'uploading', alt, version: 1 },
  ...{ refusal: undefined, shown: undefined, files: [] },
})

export const toShown = ({ id, alt, shown }: Photo): ShownPhoto | undefined => shown && { id, alt, ...shown }

/** What everybody sees. */
export const toShownPhotos = (photos: readonly Photo[]): ShownPhoto[] => photos.flatMap((photo) => toShown(photo) ?? [])

export const toOwnPhoto = (photo: Photo): OwnPhoto => {
  const { id, status, alt, refusal, version } = photo
  const shown = toShown(photo)
  return { id, status, alt, ...(refusal && { refusal }), ...(shown && { shown }), version }
}

/** Whose photos are where: each service finds its own among all keys. */
const folders = { business: '', review: 'of-reviews/' } as const
export type PhotoOwner = keyof typeof folders

export const originalKey = (owner: PhotoOwner, id: Id<'photo'>): string => `originals/${folders[owner]}${id}`
export const shownKey = (owner: PhotoOwner, id: Id<'photo'>, file: string): string =>
  `photos/${folders[owner]}${id}/${file}`

export const ownerOfKey = (key: string): PhotoOwner => (/^\w+\/of-reviews\//.test(key) ? 'review' : 'business')

/** Undefined of a key that we do not make. */
export const photoOfKey = (key: string): Id<'photo'> | undefined =>
  /^(?:originals|photos)\/(?:of-reviews\/)?(pho_\w+)/.exec(key)?.[1] as Id<'photo'> | undefined
