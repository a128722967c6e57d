import sharp from 'sharp'
import { addPhoto, listPhotos } from '@buy-locals/contracts/business/operations'
import type { DetailPhoto } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from './people.ts'
import { waitUntil } from './wait-until.ts'

/** As heavy as what a phone takes: light that falls off to one side, and grain, which no format makes small. */
async function photograph(hue: number): Promise<Buffer> {
  const [width, height] = [2_400, 1_600]
  const scene = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="l" x2="1" y2="1">
    <stop stop-color="hsl(${hue},45%,72%)"/><stop offset="1" stop-color="hsl(${hue + 40},40%,26%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#l)"/>
    ${Array.from({ length: 60 }, (_, at) => `<circle cx="${(at * 733) % width}" cy="${(at * 419) % height}" r="${30 + ((at * 37) % 160)}" fill="hsl(${hue + at * 9},50%,${30 + ((at * 13) % 45)}%)" opacity="0.7"/>`).join('')}
    </svg>`,
  )
  const noise = { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 24 } } as const
  const grain = await sharp({ create: { ...noise, background: '#808080' } })
    .png()
    .toBuffer()
  return sharp(scene)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer()
}

type Shop = { owner: Person; params: { businessId: Id<'business'> } }

/** Photos that are ready: of the business, or of one of its services or staff. */
export async function addPhotographs({ owner, params }: Shop, alts: readonly string[], of?: DetailPhoto['of']) {
  for (const [at, alt] of alts.entries()) {
    const bytes = await photograph(at * 47 + (of ? 20 : 0))
    const body = { contentType: 'image/jpeg' as const, bytes: bytes.length, alt, ...(of && { of }) }
    const { upload } = await owner.call(addPhoto, { params, body })
    const form = new FormData()
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
    form.append('file', new Blob([Buffer.from(bytes)]), 'photo.jpg')
    const sent = await fetch(upload.url, { method: upload.method, body: form })
    if (!sent.ok) throw new Error(await sent.text())
  }
  await waitUntil('the photos are ready', async () => {
    const { items } = await owner.call(listPhotos, { params, query: of ? { of } : {} })
    return items.filter(({ status }) => status === 'ready').length >= alts.length
  })
}
