import type { ShownPhoto } from '@buy-locals/contracts/business/shapes'

/** What a photo is shown with: its files by format, its color until they are there. */
export function photoSources({ sizes, color }: ShownPhoto) {
  const list = (format: 'avif' | 'webp' | 'jpeg') => sizes.map((size) => `${size[format]} ${size.width}w`).join(', ')
  return { sources: { avif: list('avif'), webp: list('webp'), jpeg: list('jpeg') }, color }
}
