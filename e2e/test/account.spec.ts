import { expect } from '@playwright/test'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { lookAt } from '../src/look-at.ts'
import { open } from '../src/pages.ts'
import { demoPassword } from '../src/server-process.ts'
import { nobodyElse, resident } from '../src/town.ts'

test('an account is made, verified, left and entered again', async ({ browse }) => {
  const page = await browse()
  const email = `ann.${nobodyElse()}@example.com`
  await open(page, '/sign-up')
  await lookAt(page)
  await page.getByLabel('Name').fill('Ann Other')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword)
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('button', { name: 'Account of Ann Other' })).toBeVisible()

  const link = linkIn(await mailTo(email, 'Verify'))
  await open(page, link.pathname + link.hash)
  await expect(page.getByText('Your address is verified')).toBeVisible()
  await lookAt(page)

  await page.getByRole('button', { name: 'Account of Ann Other' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()

  await open(page, '/sign-in')
  await lookAt(page)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Account of Ann Other' })).toBeVisible()
})

test('a forgotten password is set anew by the mailed link, and the old one is good no more', async ({
  browse,
  expectComplaint,
}) => {
  expectComplaint(/status of 401 .*auth\/login/)
  const ann = await resident('Ann Other')
  const page = await browse()
  await open(page, '/forgot-password')
  await lookAt(page)
  await page.getByLabel('Email address').fill(ann.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('Look into your mail')).toBeVisible()

  const link = linkIn(await mailTo(ann.email, 'Set a new password'))
  await open(page, link.pathname + link.hash)
  await lookAt(page)
  await page.getByRole('textbox', { name: 'New password' }).fill('walnut ladder monday')
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('Your password is set')).toBeVisible()

  await open(page, '/sign-in')
  for (const password of [ann.password, 'walnut ladder monday']) {
    await page.getByLabel('Email address').fill(ann.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    if (password === ann.password) await expect(page.getByRole('alert')).toBeVisible()
  }
  await expect(page.getByRole('button', { name: 'Account of Ann Other' })).toBeVisible()
})
