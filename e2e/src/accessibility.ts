import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Checks the page as it is with axe: in the light theme, and its colors in the dark theme. */
export async function checkAccessibility(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/)
  await waitForTransitions(page)
  const light = await new AxeBuilder({ page }).withTags(rules).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  expect(light.passes.length, 'axe has checked something').toBeGreaterThan(5)
  expect.soft([...format(light), ...format(dark)], `${page.url()} has no violations`).toEqual([])
}

/** A list that is being fetched again is paler until it is there. */
async function waitForTransitions(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.waitForFunction(() => !document.getAnimations().some((animation) => animation instanceof CSSTransition))
}

const format = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>) =>
  violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => id !== 'target-size' || !isPin(html)).map(({ target }) => `${id}: ${target.join(' ')}`),
  )

/** Pins are where the places are, however close; each place is in the list as well. */
const isPin = (html: string) => html.includes('class="marker"')
