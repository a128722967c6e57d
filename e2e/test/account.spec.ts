import { expect } from '@playwright/test'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { checkAccessibility } from '../src/accessibility.ts'
import { open } from '../src/pages.ts'
import { demoPassword } from '../src/server-process.ts'
import { uniqueSuffix, registerPerson } from '../src/people.ts'

test('a person signs up, verifies the address, signs out and signs in again', async ({ browse }) => {
  const page = await browse()
  const email = `ann.${uniqueSuffix()}@example.com`
  await open(page, '/sign-up')
  await checkAccessibility(page)
  await page.getByLabel('Name').fill('Ann Other')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword)
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('button', { name: 'Account of Ann Other' })).toBeVisible()

  const link = linkIn(await mailTo(email, 'Verify'))
  await open(page, link.pathname + link.hash)
  await expect(page.getByText('Your address is verified')).toBeVisible()
  await checkAccessibility(page)

  await page.getByRole('button', { name: 'Account of Ann Other' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()

  await open(page, '/sign-in')
  await checkAccessibility(page)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Account of Ann Other' })).toBeVisible()
})

test('a forgotten password is reset by the mailed link, and the old one is refused', async ({
  browse,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*auth\/login/)
  const ann = await registerPerson('Ann Other')
  const page = await browse()
  await open(page, '/forgot-password')
  await checkAccessibility(page)
  await page.getByLabel('Email address').fill(ann.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('Look into your mail')).toBeVisible()

  const link = linkIn(await mailTo(ann.email, 'Set a new password'))
  await open(page, link.pathname + link.hash)
  await checkAccessibility(page)
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
