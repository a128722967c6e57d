import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { RunOnly, default as axe } from 'axe-core'
import { findTooWide } from './too-wide.ts'
import { widths } from './widths.ts'

/** Each page parses it anew: the smaller of two builds. */
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
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
    expect(light.passes, 'axe has checked something').toBeGreaterThan(5)
    violations.push(...format(light).map((violation) => `${size.width} wide, ${violation}`))
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  violations.push(...format(await analyze(page, { type: 'rule', values: ['color-contrast'] })))
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(violations, `${page.url()} has no violations`).toEqual([])
}

/** Checks the page as it is shown at this moment: with axe, and that nothing is wider than it. */
export async function checkAsShown(page: Page): Promise<void> {
  await waitForTransitions(page)
  const violations = format(await analyze(page, { type: 'tag', values: rules }))
  expect.soft(violations, `${page.url()} has no violations`).toEqual([])
  expect.soft(await findTooWide(page), `${page.url()} is not too wide`).toEqual([])
}

/** Half a megabyte of script, which a page needs once. Our pages have no frames. */
async function analyze(page: Page, runOnly: RunOnly) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return page.evaluate(async (only) => {
    const { axe: axeOfPage } = globalThis as unknown as { axe: typeof axe }
    const results = await axeOfPage.run(document, { runOnly: only, resultTypes: ['violations'] })
    const violations = results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => ({ id, html, target: target.join(' ') })),
    )
    const floating = [...document.querySelectorAll('main *')].filter((one) =>
      /fixed|sticky/.test(getComputedStyle(one).position),
    )
    const isUnderFloating = (target: string) => {
      const own = document.querySelector(target)?.getBoundingClientRect()
      return floating
        .map((one) => one.getBoundingClientRect())
        .some((over) => own && own.left < over.right && own.right > over.left && own.top < over.bottom && own.bottom > over.top) // prettier-ignore
    }
    // What a button that floats above the page covers is there once one scrolls.
    const own = violations.filter(({ id, target }) => id !== 'target-size' || !isUnderFloating(target))
    return { violations: own, passes: results.passes.length }
  }, runOnly)
}

/** A list that is being fetched again is paler until it is there, and a page that waits is no page yet. What waits behind a dialog for its end is not read. */
async function waitForTransitions(page: Page): Promise<void> {
  const dialogs = page.locator('dialog[open]')
  const shown = (await dialogs.count()) ? dialogs.last() : page.locator('body')
  await expect(shown.locator('[aria-busy="true"], [data-progress]')).toHaveCount(0)
  await page.waitForFunction(() => !document.getAnimations().some((animation) => animation instanceof CSSTransition))
}

const format = ({ violations }: Awaited<ReturnType<typeof analyze>>) =>
  violations.filter(({ id, html }) => id !== 'target-size' || !isPin(html)).map(({ id, target }) => `${id}: ${target}`)

/** Pins are where the places are, however close; each place is in the list as well. */
const isPin = (html: string) => /class="_?(?:marker|cluster)[_"]/.test(html)
