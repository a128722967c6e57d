import { expect, type Locator } from '@playwright/test'

/** That things stand side by side: their middles are at the same height. */
export async function expectOneLine(...things: Locator[]): Promise<void> {
  const boxes = await Promise.all(things.map((thing) => thing.boundingBox()))
  const middles = boxes.map((box) => (box ? box.y + box.height / 2 : NaN))
  const apart = Math.max(...middles) - Math.min(...middles)
  expect.soft(apart, `${middles.join(', ')} are one line`).toBeLessThan(8)
}
