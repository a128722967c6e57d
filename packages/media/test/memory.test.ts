import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'

const size = { width: 8_160, height: 6_120 }
const create = (channels: 3 | 4) => sharp({ create: { ...size, channels, background: '#a53' } })

/** In eight kilobytes: the header says more than there is, and the rest is gray. */
async function progressiveCmyk(): Promise<Buffer> {
  const small = sharp({ create: { width: 816, height: 612, channels: 3, background: '#a53' } }).toColourspace('cmyk')
  const jpeg = await small.jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer()
  const frame = jpeg.indexOf('\xff\xc2', 0, 'latin1') // marker, length and precision come before the size
  jpeg.writeUInt16BE(size.height, frame + 5)
  jpeg.writeUInt16BE(size.width, frame + 7)
  return jpeg
}

/** Of fifty megapixels each, what takes most of every kind. */
const worst: (() => Promise<Buffer>)[] = [
  () => create(4).toColourspace('rgb16').png({ progressive: true, compressionLevel: 1 }).toBuffer(),
  progressiveCmyk,
  () => create(3).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  () => create(3).jpeg().toBuffer(),
]

/** In a process of its own, whose peak is theirs alone. */
const script = `
  import { readFile } from 'node:fs/promises'
  const { renderPhoto } = await import(${JSON.stringify(import.meta.resolve('../src/render-photo.ts'))})
  const originals = await Promise.all(process.argv.slice(1).map((file) => readFile(file)))
  const before = process.resourceUsage().maxRSS
  const rendered = await Promise.all(originals.map((original) => renderPhoto(original)))
  const widths = rendered.map((each) => each.width ?? each.refusal)
  console.log(JSON.stringify({ before: before / 1024, peak: process.resourceUsage().maxRSS / 1024, widths }))
`

test('photos of fifty megapixels that come at once, of the heaviest kinds, take the process to less than 750 MB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-heavy-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const files = await Promise.all(
    worst.map(async (make, at) => {
      const file = join(folder, String(at))
      await writeFile(file, await make())
      return file
    }),
  )
  const env = { ...process.env, UV_THREADPOOL_SIZE: '8' } // what waits does so for its turn, not for a thread
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, ...files], { env }) // prettier-ignore
  const { before, peak, widths } = JSON.parse(stdout) as { before: number; peak: number; widths: unknown[] }
  console.log(`memory of four photos of 50 megapixels: ${Math.round(before)} MB before, ${Math.round(peak)} MB at most`)
  expect(widths).toEqual(worst.map(() => 1_920))
  expect(before).toBeGreaterThan(20)
  expect(peak).toBeLessThan(750)
})
