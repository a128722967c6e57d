import { maxPhotoBytes, photoTypes } from '@buy-locals/contracts/business/shapes'

/** How a photo is announced. */
export type PhotoFile = { contentType: (typeof photoTypes)[number]; bytes: number }
export type FileFault = 'heic' | 'animation' | 'not-a-photo' | 'tooLarge' | 'empty'

/** What can be told of a file before it is sent. What is really in it, the server tells. */
export function checkFile({
  type,
  name,
  size,
}: Pick<File, 'type' | 'name' | 'size'>): PhotoFile | { fault: FileFault } {
  if (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)) return { fault: 'heic' }
  if (type === 'image/gif') return { fault: 'animation' }
  const contentType = photoTypes.find((each) => each === type)
  if (!contentType) return { fault: 'not-a-photo' }
  if (size === 0) return { fault: 'empty' }
  return size > maxPhotoBytes ? { fault: 'tooLarge' } : { contentType, bytes: size }
}
