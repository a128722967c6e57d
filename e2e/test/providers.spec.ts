import { changeMe } from '@buy-locals/contracts/auth/operations'
import { expect } from '@playwright/test'
import { test } from '../src/journey.ts'
import { registerPerson, uniqueSuffix } from '../src/people.ts'
import type { Visitor } from '../src/visitor.ts'

/** On the provider's own page, which is none of ours. */
async function signInThere({ page }: Visitor, email: string) {
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Sign in to Guild' }).click()
}

test('somebody new signs in by a provider, and the second time without a page between', async ({
  browse,
  texts: { site },
}) => {
  const visitor = await browse()
  const { page, goTo, press } = visitor
  const email = `gil.${uniqueSuffix()}@example.com`
  await goTo('/sign-in?to=/account', site('account.signIn'))
  await press('button', site('account.continueWith', { name: 'Guild' }))
  await signInThere(visitor, email)
  await page.waitForURL('**/account')
  await expect(page.getByText(site('account.providerLinkedAs', { email }))).toBeVisible()
  await press('button', site('account.providerUnlinkName', { name: 'Guild' }))
  await expect(page.getByRole('button', { name: site('account.providerLinkName', { name: 'Guild' }) })).toBeVisible()
})

test('whoever has an account with the address says with its password that it is theirs', async ({
  browse,
  conditions: { locale },
  texts: { site },
  expectConsoleError,
}) => {
  expectConsoleError(/status of 409 .*oidc\/return/)
  expectConsoleError(/status of 401 .*provider-link/)
  const ann = await registerPerson('Ann Other')
  await ann.call(changeMe, { body: { locale } })
  const visitor = await browse()
  const { page, step, goTo, press, write } = visitor
  await goTo('/sign-in?to=/account', site('account.signIn'))
  await press('button', site('account.continueWith', { name: 'Guild' }))
  await signInThere(visitor, ann.email)
  await expect(page.getByRole('heading', { name: site('account.linkTitle') })).toBeVisible()
  const confirm = async (password: string) => {
    await write(site('account.password'), password)
    await press('button', site('account.linkConfirm'))
  }
  await step('enters nothing', () => confirm(''), { focus: ['textbox', site('account.password')] })
  await step('enters another password', () => confirm('not the password'), {
    focus: ['textbox', site('account.password')],
  })
  await confirm(ann.password)
  await page.waitForURL('**/account')
  await expect(page.getByText(site('account.providerLinkedAs', { email: ann.email }))).toBeVisible()
})
