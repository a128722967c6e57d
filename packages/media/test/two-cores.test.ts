import { expect, test } from 'vitest'
import { sharp } from '../src/decoders.ts'
import { renderPhoto } from '../src/render-photo.ts'

test('photos are made on two cores, and on no more however many come at once', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 } as const
  const photo = sharp({ create: { width: 800, height: 600, channels: 3, background: '#808080', noise } })
  const jpeg = await photo.jpeg().toBuffer()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, sharp.counters().process)), 1)
  const rendered = await Promise.all([1, 2, 3].map(() => renderPhoto(jpeg)))
  clearInterval(watch)
  expect(rendered.map((each) => ('sizes' in each ? each.sizes.map(({ width }) => width) : each))).toEqual(
    Array(3).fill([320, 640, 800]),
  )
  expect(most).toBe(2)
})
