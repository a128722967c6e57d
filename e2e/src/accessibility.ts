import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { widths } from './widths.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Checks the page as it is with axe: at both widths, and its colors in the dark theme as well. */
export async function checkAccessibility(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/)
  const own = page.viewportSize()
  const violations: string[] = []
  for (const size of Object.values(widths).toSorted((one) => (one.width === own?.width ? 1 : -1))) {
    await page.setViewportSize(size)
    await waitForTransitions(page)
    const light = await analyze(page, { type: 'tag', values: rules })
    expect(light.passes.length, 'axe has checked something').toBeGreaterThan(5)
    violations.push(...format(light).map((violation) => `${size.width} wide, ${violation}`))
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  violations.push(...format(await analyze(page, { type: 'rule', values: ['color-contrast'] })))
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(violations, `${page.url()} has no violations`).toEqual([])
}

/** Our pages have no frames, so axe need not open a page of its own to join what it found in each. */
const analyze = (page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }) =>
  new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze()

/** A list that is being fetched again is paler until it is there. */
async function waitForTransitions(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.waitForFunction(() => !document.getAnimations().some((animation) => animation instanceof CSSTransition))
}

const format = ({ violations }: Awaited<ReturnType<typeof analyze>>) =>
  violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => id !== 'target-size' || !isPin(html)).map(({ target }) => `${id}: ${target.join(' ')}`),
  )

/** Pins are where the places are, however close; each place is in the list as well. */
const isPin = (html: string) => /class="_?marker[_"]/.test(html)
