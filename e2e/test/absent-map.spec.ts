import { registerBusiness } from '@buy-locals/contracts/business/operations'
import { expect, type Page } from '@playwright/test'
import { checkAccessibility } from '../src/accessibility.ts'
import { test } from '../src/journey.ts'
import { registerPerson, uniqueSuffix } from '../src/people.ts'
import { address, center } from '../src/shop.ts'

const hindrances: Record<string, (page: Page) => Promise<unknown>> = {
  'a browser without WebGL': (page) =>
    page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...input: [string]) {
        return input[0].startsWith('webgl') ? null : (getContext.apply(this, input) as never)
      } as never
    }),
  'the code of the map does not arrive': (page) => page.route(/\/(places|pin)-map-[^/]*\.js/, (route) => route.abort()),
  'its style does not arrive': (page) => page.route(/\/map\/style\.json/, (route) => route.abort()),
}

for (const [hindrance, hinder] of Object.entries(hindrances))
  test(`where the map is not drawn, a screen says so and all else is there: ${hindrance}`, async ({
    browse,
    expectConsoleError,
    texts: { features, dashboard },
  }) => {
    expectConsoleError(/ERR_FAILED/)
    const { page: site } = await browse()
    await hinder(site)
    await site.goto('/')
    await expect(site.getByText(features('map.failed'))).toBeVisible()
    await expect(site.getByRole('main').getByRole('link').first()).toBeVisible()
    await checkAccessibility(site)

    const owner = await registerPerson('Bea Rivers')
    const name = `Camelback Cycles ${uniqueSuffix()}`
    const { id } = await owner.call(registerBusiness, {
      body: { name, categories: ['bike'], address, location: center },
    })
    const { page } = await browse(owner)
    await hinder(page)
    await page.goto(`/dashboard/${id}/profile`)
    await expect(page.getByText(dashboard('profile.pinNoMap'))).toBeVisible()
    await expect(page.getByText(dashboard('profile.pinHintNoStreets'))).toHaveCount(0)
    await expect(page.getByRole('button', { name: dashboard('forms.save') })).toBeVisible()
  })
