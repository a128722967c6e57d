import type { Page } from '@playwright/test'

/** Counts from the next page on what somebody does: each press, and each field that is typed into. */
export async function countActions(page: Page): Promise<() => number> {
  let count = 0
  await page.exposeFunction('noteAction', () => void count++)
  await page.addInitScript(watchActions)
  return () => count
}

/** Runs in every page. A press on a label presses its control too, and a field is pressed to be typed into. */
function watchActions(): void {
  const { noteAction } = globalThis as unknown as { noteAction(): void }
  const typedInto = new Set<Element>()
  const isTyped = (element: Element) => element.matches('textarea, input:not([type=radio], [type=checkbox])')
  const watch = (type: string, act: (target: Element) => void) =>
    addEventListener(type, ({ target }) => target instanceof Element && act(target), true)
  watch('click', (target) => {
    if (isTyped(target) || (target.closest('label') && !target.matches('input'))) return
    noteAction()
  })
  watch('input', (target) => {
    if (!isTyped(target) || typedInto.has(target)) return
    typedInto.add(target)
    noteAction()
  })
}
