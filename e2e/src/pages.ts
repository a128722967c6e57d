import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to a page and waits until it answers to more than links. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await awake(page)
}

export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__react'))
  })
}

/** The times that are free on the day shown. The very next one may begin while a journey is still under way. */
export const freeTimes = (page: Page): Locator =>
  page.getByRole('radiogroup', { name: 'Time', exact: true }).locator('[role=radio]:not([aria-disabled=true])')

/** The radio button of a field lies under its words, which are pressed. */
export async function choose(radio: Locator): Promise<void> {
  await radio.locator('xpath=..').click()
  await expect(radio).toBeChecked()
}

/** From the business's page to the step that asks who books. Returns how the chosen time is read. */
export async function chooseTime(
  page: Page,
  { service, person }: { service: string; person?: string },
): Promise<string> {
  await page.getByRole('link', { name: `Book ${service}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Book ${service}` })).toBeVisible()
  await awake(page)
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
  await page.getByLabel('Test card number').fill(card)
  await page.getByRole('button', { name: /^Pay / }).click()
}
