import { expect } from '@playwright/test'
import { test } from '../src/journey.ts'
import { checkAccessibility } from '../src/accessibility.ts'
import { open } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'
import { codeSentTo } from '../src/dev-inbox.ts'
import { demoPerson, registerPerson } from '../src/people.ts'

test('the information and error pages are accessible, and browsers read them as standard HTML', async ({
  browse,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*nowhere/)
  const { page } = await browse()
  for (const path of ['/terms', '/privacy', '/help', '/credits', '/nowhere', '/b/nobody-nowhere']) {
    await open(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.compatMode)).toBe('CSS1Compat')
    await checkAccessibility(page)
  }
})

test('every page of the dashboard is accessible', async ({ browse }) => {
  const shop = await openShop()
  const { page } = await browse(shop.owner)
  for (const path of [
    'board',
    'board/new',
    'board/block',
    'inbox',
    'notifications',
    'services',
    'services/new',
    'staff',
    'staff/new',
    'resources',
    'hours',
    'profile',
    'photos',
    'members',
    'money',
    'reviews',
  ]) {
    await open(page, `/dashboard/${shop.id}/${path}`)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await expect(page.getByText('Page not found'), path).toHaveCount(0)
    await checkAccessibility(page)
  }
})

test('a customer adds a number for SMS, and each state of it is accessible', async ({ browse, texts: { site } }) => {
  const { page, press, write } = await browse(await registerPerson('Sue Marsh'))
  const phone = `+1208555${String(1_000 + Math.floor(Math.random() * 9_000))}`
  const button = (label: string) => page.getByRole('button', { name: label })
  await open(page, '/notifications/settings')
  await checkAccessibility(page)
  await write(site('account.smsPhone'), phone)
  await press('button', site('account.smsSend'))
  await expect(button(site('account.smsConfirm'))).toBeVisible()
  await checkAccessibility(page)
  await write(site('account.smsCode'), await codeSentTo(phone))
  await press('button', site('account.smsConfirm'))
  await expect(button(site('account.smsConfirm'))).toHaveCount(0)
  await expect(button(site('account.smsRemove'))).toBeVisible()
  await checkAccessibility(page)
  await page.request.post('/dev/inbox/sms', { form: { from: phone, text: 'STOP' } })
  await open(page, '/notifications/settings')
  await expect(page.getByText(site('account.smsStopped'))).toBeVisible()
  await checkAccessibility(page)
})

test('a customer adds a phone for pushes, and each state of it is accessible', async ({ browse, texts: { site } }) => {
  const { page, press } = await browse(await registerPerson('Pia Stone'))
  await open(page, '/notifications/settings')
  await expect(page.getByText(site('account.pushDemo'))).toBeVisible()
  await checkAccessibility(page)
  await press('button', site('account.pushDemoAdd'))
  const remove = page.getByRole('button', { name: site('account.pushRemove') })
  await expect(remove).toBeVisible()
  await checkAccessibility(page)
  await remove.click()
  await expect(remove).toHaveCount(0)
})

test('every page of an operator is accessible', async ({ browse }) => {
  const { page } = await browse(await demoPerson('admin'))
  for (const path of ['businesses', 'complaints', 'settings']) {
    await open(page, `/dashboard/operator/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Page not found'), path).toHaveCount(0)
    await checkAccessibility(page)
  }
})

test('a script of a page that was changed by one byte does not run', async ({ browse, expectConsoleError }) => {
  expectConsoleError(/Content Security Policy/)
  const { page } = await browse()
  await page.route('/terms', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replaceAll('<script>', '<script> ') })
  })
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.goto('/terms')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => refused.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThan(2)
  expect(await page.evaluate(() => '__reactRouterContext' in globalThis)).toBe(false)
})
