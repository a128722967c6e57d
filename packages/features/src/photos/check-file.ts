import { maxPhotoBytes, photoTypes } from '@buy-locals/contracts/business/shapes'

type PhotoType = (typeof photoTypes)[number]
type FileFault = 'heic' | 'animation' | 'not-a-photo' | 'tooLarge' | 'empty'

/** What can be told of a file before it is sent. What is really in it, the server tells. */
export function checkFile({
  type,
  name,
  size,
}: Pick<File, 'type' | 'name' | 'size'>): PhotoType | { fault: FileFault } {
  if (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)) return { fault: 'heic' }
  if (type === 'image/gif') return { fault: 'animation' }
  const photoType = photoTypes.find((each) => each === type)
  if (!photoType) return { fault: 'not-a-photo' }
  if (size === 0) return { fault: 'empty' }
  return size > maxPhotoBytes ? { fault: 'tooLarge' } : photoType
}
