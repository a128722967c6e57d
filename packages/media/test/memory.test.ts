import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** In a process of its own, whose peak is theirs alone. */
const script = `
  const { sharp } = await import(${JSON.stringify(import.meta.resolve('../src/decoders.ts'))})
  const { renderPhoto } = await import(${JSON.stringify(import.meta.resolve('../src/render-photo.ts'))})
  const jpeg = await sharp({ create: { width: 8_160, height: 6_120, channels: 3, background: '#a53' } }).jpeg({ progressive: true }).toBuffer()
  const before = process.resourceUsage().maxRSS
  await Promise.all(Array.from({ length: 6 }, () => renderPhoto(jpeg)))
  console.log(before / 1024, process.resourceUsage().maxRSS / 1024)
`

test('six photos of fifty megapixels at once take the process to less than 750 MB', async () => {
  const env = { ...process.env, UV_THREADPOOL_SIZE: '8' } // what waits does so for its turn, not for a thread
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env })
  const [before = 0, peak = 0] = stdout.split(' ').map(Number)
  console.log(`memory of six photos of 50 megapixels: ${Math.round(before)} MB before, ${Math.round(peak)} MB at most`)
  expect(before).toBeGreaterThan(20)
  expect(peak).toBeLessThan(750)
})
