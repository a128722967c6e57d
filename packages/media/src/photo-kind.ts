import type { PhotoRefusal } from '@buy-locals/contracts/business/shapes'

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'avif'

/** By its first bytes, whatever it is called: nothing else reaches a decoder. */
export function readPhotoKind(bytes: Uint8Array): { kind: PhotoKind } | { refusal: PhotoRefusal } {
  const first = Buffer.from(bytes.subarray(0, 256))
  const text = first.toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return { kind: 'jpeg' }
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png' }
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return { kind: 'webp' }
  if (/^GIF8[79]a/.test(text)) return { refusal: 'animation' }
  if (text.slice(4, 8) === 'ftyp') return readBrands(text, first.readUInt32BE())
  return { refusal: 'not-a-photo' }
}

/** AVIF, HEIC and films have one container. Its first box names the brand it is of, a version, and the brands it can be read as. */
function readBrands(text: string, boxSize: number): { kind: PhotoKind } | { refusal: PhotoRefusal } {
  const brands: string[] = [text.slice(8, 12), ...(text.slice(16, boxSize).match(/.{4}/gs) ?? [])]
  if (brands.includes('avis')) return { refusal: 'animation' }
  if (brands.includes('avif')) return { kind: 'avif' }
  const isHeic = brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))
  return { refusal: isHeic ? 'heic' : 'not-a-photo' }
}
