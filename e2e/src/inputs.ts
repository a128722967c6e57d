import { expect, type Locator } from '@playwright/test'
import type { Conditions } from './conditions.ts'

/** What somebody does with a hand, in one way of doing it. */
type Input = {
  press(target: Locator): Promise<void>
  write(field: Locator, text: string): Promise<void>
  pick(select: Locator, option: string): Promise<void>
  /** A radio button or a box, by its label. */
  choose(choice: Locator): Promise<void>
}

const mostPresses = 150

export const inputs: Record<Conditions['input'], Input> = {
  mouse: byPointing((target) => target.click()),
  touch: byPointing((target) => target.tap()),
  keyboard: {
    async press(target) {
      await tabTo(target)
      await target.page().keyboard.press('Enter')
    },
    async write(field, text) {
      await tabTo(field)
      const { keyboard } = field.page()
      // In fields of dates and times every locale is typed in another order.
      if (/^(date|time)$/.test((await field.getAttribute('type')) ?? '')) return field.fill(text)
      await keyboard.press('ControlOrMeta+A')
      await keyboard.type(text)
      return undefined
    },
    async pick(select, option) {
      await tabTo(select)
      await select.page().keyboard.type(option)
    },
    async choose(choice) {
      await tabTo(choice)
      if (!(await choice.isChecked())) await choice.page().keyboard.press('Space')
    },
  },
}

function byPointing(point: (target: Locator) => Promise<void>): Input {
  return {
    press: point,
    async write(field, text) {
      await point(field)
      await field.fill(text)
    },
    pick: async (select, option) => void (await select.selectOption(option)),
    /** The input lies under its label, which is pressed. */
    choose: (choice) => point(choice.locator('xpath=ancestor-or-self::*[self::label or self::button][1]')),
  }
}

/** As a keyboard leads there: Tab from one control to the next, arrows inside a group of radio buttons. */
async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < mostPresses; presses++) {
    const key = await target.evaluate(nextKey)
    if (!key) return
    await target.page().keyboard.press(key)
  }
  throw new Error(`The keyboard does not lead to ${String(target)}`)
}

/** Runs in the page: the key that leads nearer, none when it is there. */
function nextKey(target: Element): string | undefined {
  const active = document.activeElement
  if (!active || active === target) return undefined
  const isAhead = Boolean(active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)
  const groupOf = (element: Element) => element.closest('[role=radiogroup], fieldset')
  const isRadio = (element: Element) => element.matches('[type=radio], [role=radio]')
  const isInGroup = isRadio(active) && isRadio(target) && groupOf(active) === groupOf(target)
  if (isInGroup) return isAhead ? 'ArrowRight' : 'ArrowLeft'
  return isAhead || active === document.body ? 'Tab' : 'Shift+Tab'
}
