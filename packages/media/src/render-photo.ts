import { createHash } from 'node:crypto'
import type { Metadata, Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import type { PhotoRefusal, ShownPhoto } from '@buy-locals/contracts/business/shapes'
import { createQueue } from '@buy-locals/values/queue'
import { sharp } from './decoders.ts'
import { readPhotoKind } from './photo-kind.ts'

/** What today's phones take. A photo of more is refused before anything of it is decoded. AVIF, in which no camera writes, takes most for each pixel. */
const maxPixels = { jpeg: 50_000_000, png: 50_000_000, webp: 50_000_000, avif: 12_500_000 }
const minSide = 200
const maxSide = 1_920
/** Of cards, of pages on phones and on desks, and of the largest view. */
const widths = [320, 640, 1_080]

type Size = Pick<ShownPhoto['sizes'][number], 'width' | 'height'> & Record<Format, Buffer>
export type Rendered = Pick<ShownPhoto, 'width' | 'height' | 'color' | 'thumbHash'> & { hash: string; sizes: Size[] }

const formats = ['avif', 'webp', 'jpeg'] as const
export type Format = (typeof formats)[number]

/** A photo as it is shown: upright, in sRGB, without anything that the camera wrote into it, in several sizes and formats. */
export async function renderPhoto(original: Buffer): Promise<Rendered | { refusal: PhotoRefusal }> {
  const read = readPhotoKind(original)
  if ('refusal' in read) return read
  const header = await unlessUnreadable(sharp(original, { limitInputPixels: false }).metadata())
  if (!header) return { refusal: 'unreadable' }
  const { format, width, height, pages = 1 } = header
  if (format !== (read.kind === 'avif' ? 'heif' : read.kind)) return { refusal: 'unreadable' }
  if (pages > 1) return { refusal: 'animation' }
  if (width * height > maxPixels[read.kind]) return { refusal: 'too-many-pixels' }
  if (Math.min(width, height) < minSide) return { refusal: 'too-small' }
  const decodeInTurn = () => turns.run(() => decode(original, maxPixels[read.kind]))
  const isHeavy = width * height * bytesPerPixel(header) > 100_000_000
  const base = await unlessUnreadable(isHeavy ? alone.run(() => turns.run(decodeInTurn)) : decodeInTurn())
  return base ? { ...(await toSizes(base)), hash: hashOf(original) } : { refusal: 'unreadable' }
}

/** Two steps at once, each on one core, whatever photos they are of: people are served meanwhile. */
const turns = createQueue(2)

/** Who waits for both turns: one photo whose decoder needs a lot of memory, up to 460 MB, and then the next. */
const alone = createQueue(1)

/** What a decoder has of the whole photo at once. Most read it row after row: an ordinary JPEG or PNG of any size is not heavy. */
function bytesPerPixel({ format, channels, depth, isProgressive }: Metadata): number {
  if (format === 'heif') return 18
  if (format === 'webp') return 4 // where it is lossless, which the header does not say
  if (!isProgressive) return 0
  const bytesPerChannel = format === 'jpeg' || depth === 'ushort' ? 2 : 1 // of a JPEG, its coefficients
  return channels * bytesPerChannel
}

type Pixels = Awaited<ReturnType<typeof decode>>

/** Once, and never larger than what is shown. */
const decode = (original: Buffer, limitInputPixels: number) =>
  sharp(original, { limitInputPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })

async function toSizes(base: Pixels): Promise<Omit<Rendered, 'hash'>> {
  const { width, height } = base.info
  const all = [...widths.filter((narrower) => narrower < width), width]
  // The largest first: what takes longest does not begin last.
  const sizes = (await Promise.all(all.toReversed().map((each) => toSize(base, each)))).toReversed()
  const [color, thumbHash] = [await turns.run(() => colorOf(base)), await turns.run(() => thumbHashOf(base))]
  return { width, height, sizes, color, thumbHash }
}

async function toSize(base: Pixels, width: number): Promise<Size> {
  const encode = <T>(work: (resized: Sharp) => Promise<T>) => turns.run(() => work(pixels(base).resize({ width })))
  const [avif, jpeg, webp] = await Promise.all([
    encode((resized) => resized.avif({ quality: 55, effort: 2 }).toBuffer()),
    encode((resized) => resized.jpeg({ quality: 78, mozjpeg: true }).toBuffer({ resolveWithObject: true })),
    encode((resized) => resized.webp({ quality: 76 }).toBuffer()),
  ])
  return { width, height: jpeg.info.height, jpeg: jpeg.data, webp, avif }
}

const pixels = ({ data, info: { width, height, channels } }: Pixels) =>
  sharp(data, { raw: { width, height, channels } })

async function colorOf(base: Pixels): Promise<string> {
  const { r, g, b } = (await pixels(base).stats()).dominant
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

async function thumbHashOf(base: Pixels): Promise<string> {
  const small = pixels(base).resize({ width: 96, height: 96, fit: 'inside' }).ensureAlpha().raw()
  const { data, info } = await small.toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

/** Of the original and of how it is rendered: what is rendered again has the same name. */
const hashOf = (original: Buffer) => createHash('sha256').update('1').update(original).digest('hex').slice(0, 24)

/** A decoder's refusal. */
async function unlessUnreadable<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch {
    return undefined
  }
}

export const filesOf = ({ sizes }: Rendered) =>
  sizes.flatMap((size) => formats.map((format) => ({ width: size.width, format, bytes: size[format] })))
