import { expect, type Locator, type Page } from '@playwright/test'

/** Opens each dialog that the page, or the sheet on it, has a button for, and closes it. Buttons with the same label open the same dialog, each of somebody else. */
export async function readDialogs(page: Page, read: (title: string) => Promise<void>): Promise<void> {
  const dialogs = page.locator('dialog[open]')
  const already = await dialogs.count()
  const scope = already ? dialogs.last() : page.locator('body')
  const labels = new Set<string>()
  for (const opener of await scope.locator('button[aria-haspopup="dialog"]:visible').all()) {
    const label = await readLabel(opener)
    if (labels.has(label)) continue
    labels.add(label)
    await opener.click()
    await expect(dialogs, label).toHaveCount(already + 1)
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await read(await readTitle(page))
    await page.keyboard.press('Escape')
    await expect(dialogs, label).toHaveCount(already)
  }
}

/** What is seen; a button that shows only a picture is read aloud. */
const readLabel = (button: Locator): Promise<string> =>
  button.evaluate((element) => element.textContent || (element.getAttribute('aria-label') ?? ''))

/** Of the dialog on top. */
export const readTitle = async (page: Page): Promise<string> =>
  (await page.locator('dialog[open]').last().getByRole('heading', { level: 2 }).first().textContent()) ?? ''
