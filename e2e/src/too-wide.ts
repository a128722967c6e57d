import type { Page } from '@playwright/test'

/** What reaches over the edge of a page or a dialog, and buttons and headings that are wider than their place, once it is drawn in its size. */
export async function findTooWide(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn))
  })
  return page.evaluate(measure)
}

/** Runs in the page. */
function measure(): string[] {
  const root = document.documentElement
  const found = root.scrollWidth > root.clientWidth + 1 ? [`the page is ${root.scrollWidth} wide`] : []
  const isIn = (element: Element) => element.closest('[data-scroll], [aria-hidden="true"], .maplibregl-map') === null
  const boxes = [...document.querySelectorAll<HTMLElement>('button, a[data-press], h1, h2, h3, dialog[open]')]
  const tooWide = boxes
    .filter(isIn)
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
  return [...found, ...tooWide.map((element) => `${element.tagName}: ${element.textContent ?? ''}`)]
}
