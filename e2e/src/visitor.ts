import { expect, test, type Locator, type Page } from '@playwright/test'
import { checkAsShown } from './accessibility.ts'
import { beginning } from './beginning.ts'
import type { Conditions } from './conditions.ts'
import { inputs } from './inputs.ts'
import { open } from './pages.ts'
import { announcementsOn, expectPerceived, type Name, type Perceived } from './perceived.ts'
import { textsIn } from './texts.ts'

type Role = Parameters<Page['getByRole']>[0]
export type Visitor = ReturnType<typeof visitorAt>

/** Somebody at a browser, with mouse, finger or keyboard. What they press and write is in the dialog where one is open. */
export function visitorAt(page: Page, { input, locale }: Conditions) {
  const { press, write, pick, choose } = inputs[input]
  const within = async () => {
    const dialog = page.locator('dialog[open]')
    return (await dialog.count()) ? dialog.last() : page.locator('body')
  }
  const find = async (role: Role, name: Name) => (await within()).getByRole(role, { name, exact: true }).first()
  /** "Notes" is the label of "Notes (optional)" too. */
  const labelled = async (label: string) => (await within()).getByLabel(beginning(label, '( \\(.*\\))?$')).first()

  /** What somebody does, what is noticed of it without seeing the screen, and how the screen is then. */
  const step = (does: string, act: () => Promise<unknown>, perceived: Perceived) =>
    test.step(does, async () => {
      announcementsOn(page).length = 0
      await act()
      await expectPerceived(page, perceived)
      await checkAsShown(page)
    })

  return {
    page,
    step,
    open: (path: string) => open(page, path),
    /** A page that was just loaded is read from its title on, and that it is loading once, whatever it is made of. */
    goTo: async (path: string, title: string) => {
      await step(`goes to ${path}`, () => open(page, path), { focus: ['document', beginning(title)] })
      const loading = announcementsOn(page).filter((text) => text === textsIn(locale).dashboard('shell.loading'))
      expect(loading.length, 'that it is loading was announced').toBeLessThan(2)
    },
    /** The first thing that Tab reaches leads past what every page begins with. */
    skipTo: (label: string) =>
      step(
        'skips to the content',
        async () => {
          await page.keyboard.press('Tab')
          await expectPerceived(page, { focus: ['link', label] })
          await page.keyboard.press('Enter')
        },
        { focus: ['main', ''] },
      ),
    press: async (role: Role, name: Name) => press(await find(role, name)),
    write: async (label: string, text: string) => write(await labelled(label), text),
    pick: async (label: string, option: string) => pick(await labelled(label), option),
    choose: async (role: 'radio' | 'checkbox', name: Name) => choose(await find(role, name)),
    chooseAt: (choice: Locator) => choose(choice),
  }
}
