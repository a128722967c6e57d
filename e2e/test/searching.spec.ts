import { test } from '../src/journey.ts'
import { open } from '../src/pages.ts'

test('filters that are selected in quick succession all apply', async ({ browse }) => {
  const { page } = await browse()
  await open(page, '/')
  await page.getByRole('navigation', { name: 'Filters' }).evaluate(async (filters) => {
    for (const name of ['4 stars and up', 'Nearest first']) {
      const link = [...filters.querySelectorAll('a')].find(({ textContent }) => textContent === name)
      link?.click()
      await Promise.resolve() // a slow phone takes the next press before it has drawn anything
    }
  })
  await page.waitForURL((url) => url.searchParams.get('rated') === '1' && url.searchParams.get('sort') === 'distance')
})
