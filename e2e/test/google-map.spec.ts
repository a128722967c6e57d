import { cookieNames } from '@buy-locals/contracts/cookies'
import { registerBusiness } from '@buy-locals/contracts/business/operations'
import { expect, test, type Page } from '@playwright/test'
import { checkAccessibility } from '../src/accessibility.ts'
import { refuseGoogleKey, serveGoogleMap } from '../src/google-map.ts'
import { importListings, openMarket } from '../src/listings.ts'
import { open } from '../src/pages.ts'
import { registerPerson, type Person } from '../src/people.ts'
import { serverDataDir, serverUrl, startServerProcess, useServer, type ServerProcess } from '../src/server-process.ts'
import { address, center } from '../src/shop.ts'
import { textsIn } from '../src/texts.ts'
import { widths } from '../src/widths.ts'

const key = 'AIzaSy-public-key-of-the-journeys'
const ofAll = { url: serverUrl(), dataDir: serverDataDir() ?? '' }
let server: ServerProcess
let owner: Person
/** A market of a dozen places: to open the demonstration's town takes longer than all of these. */
test.beforeAll(async () => {
  server = await startServerProcess({
    ...{ GOOGLE_MAPS_BROWSER_KEY: key, GOOGLE_MAPS_API_KEY: 'AIzaSy-key-of-the-server' },
    ...{ DEMO: '0', PROCESSES: '1', PAYMENTS: 'off' },
  })
  useServer(server)
  await openMarket()
  await importListings(
    Array.from({ length: 12 }, (_, n) => ({ lat: center.lat + 0.003 * (n % 4), lon: center.lon + 0.004 * (n % 3) })),
  )
  owner = await registerPerson('Bea Rivers')
})
test.afterAll(async () => {
  useServer(ofAll)
  await server.stop()
})

/** What the Content-Security-Policy has refused. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      refused.push(`${violatedDirective} ${blockedURI}`),
    )
  })
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused)
}

test('with a public key the businesses of a search are pins on Google’s map, and each opens its card', async ({
  page,
}) => {
  const google = await serveGoogleMap(page)
  const refused = await watchPolicy(page)
  const bodies: string[] = []
  page.on('response', async (response) => {
    if (response.url().startsWith(server.url)) bodies.push(await response.text().catch(() => ''))
  })
  await page.goto(server.url)
  await expect(page.locator('[data-google-map]')).toBeVisible()
  expect(new URL(google.scripts[0] ?? '').searchParams.get('key')).toBe(key)
  await expect(page.locator('.maplibregl-map')).toHaveCount(0)
  const pin = page.getByRole('button', { name: /^\d+\. / }).first()
  await pin.click()
  await expect(pin).toBeFocused()
  await expect(page.locator('[data-framed] a')).toBeVisible()
  await checkAccessibility(page)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-framed]')).toHaveCount(0)
  expect(await refused()).toEqual([])
  expect(bodies.join(''), 'the key of the server stays there').not.toContain('key-of-the-server')
})

test('on a phone in the dark and in Spanish, Google’s map is dark and Spanish too', async ({ browser }) => {
  const conditions = [
    { colorScheme: 'dark', locale: 'es-US' },
    { colorScheme: 'light', locale: 'en-US' },
  ] as const
  for (const { colorScheme, locale } of conditions) {
    const context = await browser.newContext({ viewport: widths.phone, colorScheme })
    await context.addCookies([{ name: cookieNames.locale, value: locale, url: server.url }])
    const page = await context.newPage()
    const google = await serveGoogleMap(page)
    await open(page, server.url)
    await page.getByRole('button', { name: textsIn(locale).features('find.showMap'), exact: true }).click()
    await expect(page.locator('[data-google-map]')).toHaveAttribute('data-google-map', colorScheme)
    expect(google.scripts.map((script) => new URL(script).searchParams.get('language'))).toContain(locale)
    await checkAccessibility(page)
    await context.close()
  }
})

test('an owner moves the pin on Google’s map by mouse, by a tap and by the arrow keys', async ({ page }) => {
  await serveGoogleMap(page)
  const refused = await watchPolicy(page)
  const { id: businessId } = await owner.call(registerBusiness, {
    body: { name: 'Camelback Cycles', categories: ['bike'], address, location: center },
  })
  await page.request.post(`${server.url}/v1/auth/login`, { data: { email: owner.email, password: owner.password } })
  await page.goto(`${server.url}/dashboard/${businessId}/profile`)
  const pin = page.getByRole('button', { name: 'Pin on the map', exact: true })
  await expect(pin).toBeVisible()
  await pin.scrollIntoViewIfNeeded()
  const at = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await pin.boundingBox()) ?? {}
    return { x: x + width / 2, y: y + height / 2 }
  }
  const first = await at()
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  await page.mouse.move(first.x + 60, first.y - 30, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Math.round((await at()).x - first.x)).toBe(60)
  await expect(pin).toBeFocused()
  const dragged = await at()
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => Math.round((await at()).x - dragged.x)).toBe(-30)
  const keyed = await at()
  await page.mouse.click(keyed.x - 80, keyed.y + 60)
  await expect.poll(async () => Math.round((await at()).x - keyed.x)).toBe(-80)
  expect(await refused()).toEqual([])

  const hint = page.getByText('Drag the pin to your door, tap the map, or move it with the arrow keys.')
  await expect(hint).toBeVisible()
  await refuseGoogleKey(page)
  await expect(page.getByText('Set the point with the search above, or save and reload the page.')).toBeVisible()
  await expect(hint).toHaveCount(0)
})

test('where Google’s map does not load, or Google refuses the key, a screen says so and all else is there', async ({
  page,
}) => {
  await page.context().addCookies([{ name: cookieNames.locale, value: 'es-US', url: server.url }])
  await page.route(/^https:\/\/[^/]*(google|gstatic)[^/]*\//, (route) => route.abort())
  const note = page.getByText('El mapa no se cargó. Vuelve a cargar la página para intentarlo de nuevo.')
  await page.goto(server.url)
  await expect(note).toBeVisible()
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  await checkAccessibility(page)
  await page.unrouteAll()
  await serveGoogleMap(page)
  await page.reload()
  await expect(page.locator('[data-google-map]')).toBeVisible()
  await refuseGoogleKey(page)
  await expect(note).toBeVisible()
  await expect(page.locator('[data-google-map]')).toHaveCount(0)
})
