import { readBusiness, registerBusiness } from '@buy-locals/contracts/business/operations'
import { expect, type Locator } from '@playwright/test'
import type { Conditions } from '../src/conditions.ts'
import { test } from '../src/journey.ts'
import { registerPerson, uniqueSuffix } from '../src/people.ts'
import { address, center } from '../src/shop.ts'

/** To a place up and to the right of where the pin is. */
const moves: Record<Conditions['input'], (pin: Locator) => Promise<void>> = {
  mouse: async (pin) => {
    const { mouse } = pin.page()
    const { x, y } = await centerOf(pin)
    await mouse.move(x, y)
    await mouse.down()
    await mouse.move(x + 90, y - 60, { steps: 5 })
    await mouse.up()
  },
  touch: async (pin) => {
    const { x, y } = await centerOf(pin)
    await pin.page().touchscreen.tap(x + 90, y - 60)
  },
  keyboard: async (pin) => {
    await pin.focus()
    for (const key of ['ArrowRight', 'ArrowUp']) for (let n = 0; n < 9; n++) await pin.press(key)
  },
}

test('the pin of a business is dragged, moved by the arrow keys, or put where one taps, and stays there', async ({
  browse,
  conditions,
  texts: { dashboard },
}) => {
  const owner = await registerPerson('Bea Rivers')
  const name = `Camelback Cycles ${uniqueSuffix()}`
  const { id } = await owner.call(registerBusiness, { body: { name, categories: ['bike'], address, location: center } })
  const read = async () => (await owner.call(readBusiness, { params: { businessId: id } })).location
  const { page, step, goTo, press } = await browse(owner)
  await goTo(`/dashboard/${id}/profile`, dashboard('profile.title'))
  const label = dashboard('profile.pin')
  const pin = page.getByRole('button', { name: label, exact: true })
  await pin.scrollIntoViewIfNeeded()
  await step('moves the pin', () => moves[conditions.input](pin), {
    focus: ['button', label],
    announced: new RegExp(dashboard('profile.pinDistance', { distance: '.+', place: '.+' })),
  })
  expect(await read(), 'until it is saved').toEqual(center)
  await step('saves', () => press('button', dashboard('forms.save')), {
    focus: ['button', dashboard('forms.save')],
    announced: dashboard('forms.saved'),
  })
  const { lat, lon } = await read()
  expect(lat).toBeGreaterThan(center.lat)
  expect(lon).toBeGreaterThan(center.lon)
  expect(Math.hypot(lat - center.lat, lon - center.lon), 'not far').toBeLessThan(0.02)
})

async function centerOf(pin: Locator) {
  const { x = 0, y = 0, width = 0, height = 0 } = (await pin.boundingBox()) ?? {}
  return { x: x + width / 2, y: y + height / 2 }
}
