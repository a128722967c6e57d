import type { DetailPhoto, ShownPhoto } from '@buy-locals/contracts/business/shapes'

/** Wider than a card nothing is needed of it. */
const maxWidth = 640

export function toDetailPhoto(of: DetailPhoto['of'], photo: ShownPhoto): DetailPhoto {
  const sizes = photo.sizes.filter(({ width }, at) => at === 0 || width <= maxWidth)
  return { of, photo: { ...photo, sizes, url: sizes.at(-1)?.jpeg ?? photo.url } }
}

export const isDetail = (subject: string): subject is DetailPhoto['of'] => !subject.startsWith('biz_')
