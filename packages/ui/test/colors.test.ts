import { expect, test } from 'vitest'
import { contrastRatio } from '../src/theme/contrast'
import { dark, light } from '../src/theme/theme'

const grounds = ['page', 'surface', 'sunken'] as const
const inks = ['ink', 'quiet', 'brand', 'leaf', 'sky', 'sun', 'danger'] as const

test('the contrast of black on white is 21, of a color on itself 1', () => {
  expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrastRatio('#9C3F1C', '#9C3F1C')).toBe(1)
})

for (const [scheme, colours] of Object.entries({ light, dark })) {
  test(`${scheme}: text in every color can be read on every ground`, () => {
    const ratios = inks.flatMap((ink) =>
      grounds.map((ground) => [ink, ground, contrastRatio(colours[ink], colours[ground])]),
    )
    expect(ratios).toHaveLength(21)
    expect(ratios.filter(([, , ratio]) => Number(ratio) < 4.5)).toEqual([])
  })

  test(`${scheme}: text can be read on what is filled with brand, danger and ink`, () => {
    expect(contrastRatio(colours.onBrand, colours.brand)).toBeGreaterThanOrEqual(4.5)
    expect(contrastRatio(colours.onDanger, colours.danger)).toBeGreaterThanOrEqual(4.5)
    expect(contrastRatio(colours.page, colours.ink)).toBeGreaterThanOrEqual(4.5)
  })

  test(`${scheme}: the border of a control and a star stand out from page and surface`, () => {
    for (const ground of ['page', 'surface'] as const) {
      expect(contrastRatio(colours.edge, colours[ground])).toBeGreaterThanOrEqual(3)
      expect(contrastRatio(colours.star, colours[ground])).toBeGreaterThanOrEqual(3)
    }
  })
}
