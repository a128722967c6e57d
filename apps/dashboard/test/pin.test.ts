import { expect, test } from 'vitest'
import { movePin } from '../src/profile/move-pin'

const shop = { lat: 43.6, lon: -116.2 }

test('the arrow keys move the pin as far as it looks, and with Shift a little', () => {
  const at = { zoom: 14, isFine: false }
  const up = movePin(shop, 'ArrowUp', at)
  expect(up?.lon).toBe(-116.2)
  expect((up?.lat ?? 0) - shop.lat).toBeCloseTo(0.00031, 5)
  const right = movePin(shop, 'ArrowRight', at)
  expect((right?.lon ?? 0) - shop.lon).toBeCloseTo(0.00043, 5)
  const fine = movePin(shop, 'ArrowRight', { zoom: 14, isFine: true })
  expect((fine?.lon ?? 0) - shop.lon).toBeCloseTo(0.00009, 5)
  expect(movePin(shop, 'Tab', at)).toBeUndefined()
})

test('a pin stays on the earth, also where the date changes', () => {
  expect(movePin({ lat: 0, lon: 179.9999 }, 'ArrowRight', { zoom: 14, isFine: false })?.lon).toBeCloseTo(-179.99967, 4)
  expect(movePin({ lat: 89, lon: 0 }, 'ArrowUp', { zoom: 1, isFine: false })?.lat).toBe(89)
})
