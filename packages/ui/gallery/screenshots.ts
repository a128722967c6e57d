import { join } from 'node:path'
import { openGallery } from './open.ts'

/** `node gallery/screenshots.ts FOLDER` takes a picture of every section, on a phone and on a desk, light and dark. */
const folder = process.argv[2] ?? '.'
await using gallery = await openGallery()
for (const scheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    const page = await gallery.visit({ width, scheme })
    await page.screenshot({ path: join(folder, `top-${width}-${scheme}.png`) })
    for (const section of await page.locator('section[id]').all()) {
      await section.screenshot({ path: join(folder, `${await section.getAttribute('id')}-${width}-${scheme}.png`) })
    }
    await page.close()
    for (const search of ['?map', '?shell'] as const) {
      const layout = await gallery.visit({ width, scheme, search })
      await layout.screenshot({ path: join(folder, `${search.slice(1)}-${width}-${scheme}.png`) })
      await layout.close()
    }
  }
}
