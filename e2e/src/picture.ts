import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium as playwright, type BrowserContextOptions } from '@playwright/test'
import { api } from '@buy-locals/api-client/api'
import { login, readMe } from '@buy-locals/contracts/auth/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Id } from '@buy-locals/values/ids'
import { chromium } from './chromium.ts'
import { demoPassword, startServerProcess, useServer } from './server-process.ts'
import { advanceTime, serverTime, setBrowserTime } from './time.ts'

const file = fileURLToPath(new URL('../../docs/picture.jpg', import.meta.url))
const [desktop, phone] = [{ width: 1280, height: 800 }, { width: 390, height: 844 }] // prettier-ignore

/** The picture that README begins with: a town on a desktop, one of its businesses on a phone, and the day of its owner. */
const server = await startServerProcess({ DEMO_WEEKS: '2' })
useServer(server)
await advanceTime(untilTuesdayMorning(new Date()))
const browser = await playwright.launch({ executablePath: chromium.path, args: chromium.flags })

async function photograph(
  path: string,
  shows: RegExp,
  options: BrowserContextOptions,
  email?: string,
): Promise<string> {
  const context = await browser.newContext({
    baseURL: server.url,
    reducedMotion: 'reduce',
    locale: 'en-US',
    ...options,
  })
  await setBrowserTime(context, await serverTime())
  if (email) await context.request.post('/v1/auth/login', { data: { email, password: demoPassword } })
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.getByText(shows).first().waitFor()
  await page.waitForTimeout(2_000) // for the map
  const image = await page.screenshot()
  await context.close()
  return `data:image/png;base64,${image.toString('base64')}`
}

const home = await photograph('/', /businesses/, { viewport: desktop })
const { id, slug } = await findBusiness()
const business = await photograph(`/b/${slug}`, /Services/, {
  viewport: phone,
  deviceScaleFactor: 2,
  colorScheme: 'dark',
})
const board = await photograph(`/dashboard/${id}/board`, /Confirmed/, { viewport: desktop }, 'owner@demo.example')

const page = await browser.newPage({ viewport: { width: 1200, height: 640 } })
await page.setContent(`<style>
  body { margin: 0; height: 640px; position: relative; background: #f3e9db; overflow: hidden }
  img { position: absolute; border-radius: 10px; box-shadow: 0 10px 40px #0003 }
</style>
<img src="${board}" width="700" style="right: 28px; bottom: 24px">
<img src="${home}" width="600" style="left: 28px; top: 24px">
<img src="${business}" width="200" style="right: 56px; top: 24px; border-radius: 18px">`)
await writeFile(file, await page.screenshot({ type: 'jpeg', quality: 72 }))
await browser.close()
await server.stop()

/** A hairdresser of the demonstration's owner. */
async function findBusiness(): Promise<{ id: string; slug: string }> {
  const call = api({ baseUrl: server.url, headers: () => ({ 'x-client': 'app' }) })
  const { session } = await call(login, { body: { email: 'owner@demo.example', password: demoPassword } })
  const callAsOwner = api({ baseUrl: server.url, headers: () => ({ authorization: `Bearer ${session.accessToken}` }) })
  const { memberships } = await callAsOwner(readMe, {})
  const own = memberships.map(({ scope }) =>
    callAsOwner(readBusiness, { params: { businessId: scope as Id<'business'> } }),
  )
  const found = (await Promise.all(own)).find(({ categories }) => categories.includes('hair'))
  if (!found) throw new Error('The owner of the demonstration has no hairdresser')
  return found
}

/** When a town is open: ten in the morning there. */
function untilTuesdayMorning(now: Date): string {
  const ten = new Date(now)
  ten.setUTCDate(now.getUTCDate() + ((9 - now.getUTCDay()) % 7))
  ten.setUTCHours(17, 0, 0, 0)
  return `PT${Math.max(0, Math.floor((ten.getTime() - now.getTime()) / 1000))}S`
}
