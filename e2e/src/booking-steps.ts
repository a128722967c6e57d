import { expect, type Locator, type Page } from '@playwright/test'
import { beginning } from './beginning.ts'
import { waitForHydration } from './pages.ts'
import type { Texts } from './texts.ts'
import type { Visitor } from './visitor.ts'

/** The free times of the selected day. The first of them may begin before the journey is over. */
export const freeTimes = (page: Page, { features }: Texts): Locator =>
  page
    .getByRole('radiogroup', { name: features('book.time'), exact: true })
    .locator('[role=radio]:not([aria-disabled=true])')

export const days = (page: Page, { features }: Texts): Locator =>
  page.getByRole('radiogroup', { name: features('book.day'), exact: true }).getByRole('radio')

type Choice = { service: string; person?: string; day?: number; time?: number }

/** From the business's page to the step "Your details". Returns the label of the chosen time. */
export async function chooseTime(
  { page, step, press, choose, chooseAt }: Visitor,
  texts: Texts,
  { service, person, day, time: at = 3 }: Choice,
): Promise<string> {
  const { features } = texts
  const title = features('book.title', { service })
  await step('chooses a service', () => press('link', features('business.bookNamed', { service })), {
    focus: ['heading', title],
  })
  await waitForHydration(page)
  if (person) await choose('radio', beginning(person))
  if (day) await chooseAt(days(page, texts).nth(day))
  const time = freeTimes(page, texts).nth(at)
  const label = (await time.getAttribute('aria-label')) ?? ''
  await step('chooses a time', () => chooseAt(time), { focus: ['radio', label] })
  await step('goes on', () => press('button', features('book.continue')), {
    focus: ['heading', features('book.details')],
  })
  return label
}

export async function payWith({ page, press, write }: Visitor, { features }: Texts, card: string): Promise<void> {
  // After the bank's page the form is read anew: what is written before its scripts have come can be lost.
  const button = page.getByRole('button', { name: beginning(features('pay.pay', { amount: '' }).trim()) })
  await expect(button).toBeEnabled()
  await write(features('pay.card'), card)
  await press('button', beginning(features('pay.pay', { amount: '' }).trim()))
}

/** From the page of a booking to another day, and back there. */
export async function changeTime(visitor: Visitor, texts: Texts, service: string): Promise<void> {
  const { page, step, press, chooseAt } = visitor
  const { features } = texts
  await waitForHydration(page)
  await step('changes the time', () => press('link', features('booking.move')), {
    focus: ['heading', features('booking.moveTitle', { service })],
  })
  await chooseAt(days(page, texts).nth(5))
  await chooseAt(freeTimes(page, texts).nth(3))
  await step('goes on', () => press('button', features('book.continue')), {
    focus: ['heading', features('booking.moveCheck')],
  })
  await step('confirms the new time', () => press('button', features('booking.moveDo')), {
    focus: ['status', beginning(features('booking.moved'))],
    announced: features('booking.moved'),
  })
}
