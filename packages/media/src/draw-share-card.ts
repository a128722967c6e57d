import { fileURLToPath } from 'node:url'
import type { TextWrap } from 'sharp'
import { sharp } from './decoders.ts'

/** What messengers and networks show of a page: its own picture, with words in the language of the page. */
export type ShareCard = {
  name: string
  /** What it is, and where. */
  about: string
  /** Absent where nobody has rated it. */
  rating?: string | undefined
  site: string
  /** The address of the cover photo, of a JPEG; where there is none, the drawing is shown, as SVG of 400 × 300. */
  photo?: string | undefined
  drawing: string
}

export const shareCardSize = { width: 1_200, height: 630 } as const
const { width, height } = shareCardSize
const left = { x: 64, width: 520 }
const picture = { x: 648, width: width - 648 }
const colors = { page: '#FBF7F0', ink: '#2B2621', quiet: '#6B6056', brand: '#9C3F1C', star: '#B7791F' }

type Photo = (url: string) => Promise<Buffer | undefined>

/** A PNG. Looks the same on a machine without fonts: the letters of European languages are in fonts of ours. */
export async function drawShareCard(card: ShareCard, readPhoto: Photo): Promise<Buffer> {
  const photo = card.photo === undefined ? undefined : await readPhoto(card.photo)
  const about = await drawText(card.about, { font: 'Figtree', sizes: [30, 26, 22], color: colors.quiet, maxHeight: 84 })
  const name = await drawText(card.name, {
    font: 'Fraunces',
    sizes: [72, 60, 48, 38, 30],
    color: colors.ink,
    maxHeight: 285,
  })
  const rating = card.rating && (await drawText(card.rating, { font: 'Figtree', sizes: [34], color: colors.ink, maxHeight: 44 })) // prettier-ignore
  const site = await drawText(card.site, { font: 'Fraunces', sizes: [32], color: colors.brand, maxHeight: 44 })
  const nameTop = 64 + about.height + 28
  const ratingTop = nameTop + name.height + 26
  const layers = [
    ...(photo ? [{ input: await fill(photo), left: picture.x, top: 0 }] : []),
    { input: about.png, left: left.x, top: 64 },
    { input: name.png, left: left.x, top: nameTop },
    ...(rating ? [{ input: rating.png, left: left.x + 46, top: ratingTop }] : []),
    { input: site.png, left: left.x, top: height - 60 - site.height },
  ]
  const base = Buffer.from(shapes(photo ? '' : card.drawing, rating ? ratingTop + rating.height / 2 : undefined))
  return sharp(base).composite(layers).flatten({ background: colors.page }).png({ palette: !photo }).toBuffer()
}

const fill = (photo: Buffer) => sharp(photo).resize(picture.width, height, { fit: 'cover' }).png().toBuffer()

/** Everything but letters and photos. No word of anybody's is in it. */
const shapes = (drawing: string, starAt: number | undefined) => `
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <rect width="${width}" height="${height}" fill="${colors.page}"/>
  <svg x="${picture.x}" width="${picture.width}" height="${height}" viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice">${drawing}</svg>
  ${starAt === undefined ? '' : `<path transform="translate(${left.x} ${starAt - 17}) scale(1.45)" fill="${colors.star}" d="${star}"/>`}
</svg>`

const star = 'M12 2l3.1 6.3 6.9 1-5 4.9 1.2 6.8-6.2-3.2-6.2 3.2 1.2-6.8-5-4.9 6.9-1z'

type Style = { font: 'Figtree' | 'Fraunces'; sizes: [number, ...number[]]; color: string; maxHeight: number }

/** A word that is too long is broken. */
const wrap: TextWrap = 'word-char'

/** In the largest size in which all of it is seen. */
async function drawText(text: string, { font, sizes, color, maxHeight }: Style) {
  await (loading ??= loadFonts())
  const [size, ...smaller] = sizes
  const input = {
    ...{ text: `<span foreground="${color}">${toMarkup(text)}</span>`, font: `${familiesOf(font)} ${size}` },
    ...{ fontfile: fileOf(font, 'latin'), width: left.width, dpi: 72, rgba: true, wrap },
  }
  const { data, info } = await sharp({ text: input }).png().toBuffer({ resolveWithObject: true })
  const fits = info.height <= maxHeight && info.width <= left.width
  const [next, ...rest] = smaller
  if (!fits && next !== undefined) return drawText(text, { font, sizes: [next, ...rest], color, maxHeight })
  if (fits) return { png: data, height: info.height }
  const box = { left: 0, top: 0, width: Math.min(info.width, left.width), height: Math.min(info.height, maxHeight) }
  return { png: await sharp(data).extract(box).png().toBuffer(), height: box.height }
}

const fileOf = (font: Style['font'], letters: 'latin' | 'latin-ext') =>
  fileURLToPath(new URL(`../fonts/${font.toLowerCase()}-${letters}-600.ttf`, import.meta.url))

let loading: Promise<unknown> | undefined

/** The second has the letters with accents whole; of the first alone, some would be put together in the wrong way. */
const familiesOf = (font: Style['font']) => `${font} Extended, ${font} SemiBold,`

/** A text names one file: the letters of the other are found once it has been loaded. */
async function loadFonts(): Promise<void> {
  for (const font of ['Figtree', 'Fraunces'] as const)
    for (const letters of ['latin-ext', 'latin'] as const)
      await sharp({ text: { text: 'a', font: familiesOf(font), fontfile: fileOf(font, letters) } })
        .png()
        .toBuffer()
}

/** What is written is no markup, whatever it looks like. */
const toMarkup = (text: string): string =>
  (/[^\p{C}\p{Z}]/u.test(text) ? text : '–')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
