import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to a page and waits until React has hydrated it. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await waitForHydration(page)
}

export async function waitForHydration(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__react'))
  })
}

/** The free times of the selected day. The first of them may begin before the journey is over. */
export const freeTimes = (page: Page): Locator =>
  page.getByRole('radiogroup', { name: 'Time', exact: true }).locator('[role=radio]:not([aria-disabled=true])')

/** The radio button lies under its label, which is clicked. */
export async function choose(radio: Locator): Promise<void> {
  await radio.locator('xpath=..').click()
  await expect(radio).toBeChecked()
}

/** From the business's page to the step "Your details". Returns the label of the chosen time. */
export async function chooseTime(
  page: Page,
  { service, person }: { service: string; person?: string },
): Promise<string> {
  await page.getByRole('link', { name: `Book ${service}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Book ${service}` })).toBeVisible()
  await waitForHydration(page)
  if (person) await choose(page.getByRole('radio', { name: person }))
  const time = freeTimes(page).nth(3)
  await time.click()
  await expect(time).toBeChecked()
  const label = (await time.getAttribute('aria-label')) ?? ''
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Your details' })).toBeVisible()
  return label
}

export async function payWith(page: Page, card: string): Promise<void> {
  // After the bank's page the form is read anew: what is written before its scripts have come can be lost.
  await expect(page.getByRole('button', { name: /^Pay / })).toBeEnabled()
  await page.getByLabel('Test card number').fill(card)
  await page.getByRole('button', { name: /^Pay / }).click()
}
