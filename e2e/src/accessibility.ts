import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nothing on the page, as it stands, keeps anybody out: in the light, and its colours in the dark. */
export async function lookAt(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/)
  await untilStill(page)
  const light = await new AxeBuilder({ page }).withTags(rules).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  expect(light.passes.length, 'axe looked at something').toBeGreaterThan(5)
  expect.soft([...told(light), ...told(dark)], `${page.url()} is clean`).toEqual([])
}

/** A list that is being read anew is paler until it has come. */
async function untilStill(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.waitForFunction(() => !document.getAnimations().some((animation) => animation instanceof CSSTransition))
}

const told = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>) =>
  violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => id !== 'target-size' || !isPin(html)).map(({ target }) => `${id}: ${target.join(' ')}`),
  )

/** Pins lie where the places are, however close; each place stands in the list as well. */
const isPin = (html: string) => html.includes('class="marker"')
