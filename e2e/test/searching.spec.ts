import { test } from '../src/journey.ts'
import { open } from '../src/pages.ts'

test('filters that are selected in quick succession all apply', async ({ browse }) => {
  const page = await browse()
  await open(page, '/')
  const filters = page.getByRole('navigation', { name: 'Filters' })
  for (const name of ['4 stars and up', 'Nearest first']) await filters.getByRole('link', { name }).click()
  await page.waitForURL((url) => url.searchParams.get('rated') === '1' && url.searchParams.get('sort') === 'distance')
})
