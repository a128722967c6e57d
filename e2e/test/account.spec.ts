import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { demoPassword } from '../src/server-process.ts'
import { uniqueSuffix, registerPerson } from '../src/people.ts'

test('a person signs up, verifies the address, signs out and signs in again', async ({ browse, texts: { site } }) => {
  const { step, open, goTo, write, press } = await browse()
  const email = `ann.${uniqueSuffix()}@example.com`
  const ownMenu = site('site.account', { name: 'Ann Other' })
  await goTo('/sign-up', site('account.signUp'))
  await step(
    'signs up',
    async () => {
      await write(site('account.name'), 'Ann Other')
      await write(site('account.email'), email)
      await write(site('account.password'), demoPassword)
      await press('button', site('account.signUp'))
    },
    { focus: ['document', /Buy Locals$/] },
  )

  const link = linkIn(await mailTo(email, '/verify-email'))
  await step('follows the link', () => open(link.pathname + link.hash), {
    focus: ['heading', site('account.verifiedTitle')],
  })
  await step('opens the menu', () => press('button', ownMenu), { focus: ['button', ownMenu] })
  await step('signs out', () => press('button', site('site.signOut')), { focus: ['document', /Buy Locals$/] })

  await goTo('/sign-in', site('account.signIn'))
  await step(
    'signs in',
    async () => {
      await write(site('account.email'), email)
      await write(site('account.password'), demoPassword)
      await press('button', site('account.signIn'))
    },
    { focus: ['document', /Buy Locals$/] },
  )
  await step('opens the menu', () => press('button', ownMenu), { focus: ['button', ownMenu] })
})

test('a person signs out another device, and downloads what is stored about them', async ({
  browse,
  texts: { site },
}) => {
  const ann = await registerPerson('Ann Other')
  const [laptop, phone] = [await browse(ann), await browse(ann)]
  const { page, step, goTo, press } = laptop
  await phone.goTo('/account', site('account.page'))
  await goTo('/account', site('account.page'))
  const others = page.getByRole('button', { name: site('account.signOutThere') })
  const before = await others.count()
  const browser = site('account.browserOnSystem', { browser: 'Chrome', system: 'Linux' })
  await step('signs it out', () => press('button', beginning(`${site('account.signOutThere')}: ${browser}`)), {
    focus: ['heading', site('account.sessions')],
  })
  await expect(others).toHaveCount(before - 1)
  await phone.step('is signed out there', () => phone.page.reload(), {
    focus: ['document', beginning(site('account.signIn'))],
  })

  // What little is stored of her may be ready at once.
  const collecting = beginning(site('account.exportRequested', { email: ann.email }))
  const [ready = ''] = site('account.exportUntil', { when: '|' }).split('|')
  await step('asks for their data', () => press('button', site('account.exportRequest')), {
    focus: [/^(group|status)$/, new RegExp(`${collecting.source}|${beginning(ready).source}`)],
  })
  await mailTo(ann.email, '/account')
  await goTo('/account', site('account.page'))
  const saved = page.waitForEvent('download')
  await press('button', site('account.exportTitle'))
  const file: unknown = JSON.parse(await readFile(await (await saved).path(), 'utf8'))
  expect(file).toMatchObject({ auth: { person: { name: ann.name, email: ann.email } } })
})

test('a forgotten password is reset by the mailed link, and the old one is refused', async ({
  browse,
  texts: { site },
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*auth\/login/)
  const ann = await registerPerson('Ann Other')
  const { step, goTo, write, press } = await browse()
  await goTo('/forgot-password', site('account.forgotTitle'))
  await step(
    'asks for a link',
    async () => {
      await write(site('account.email'), ann.email)
      await press('button', site('account.forgotSend'))
    },
    { focus: ['heading', site('account.forgotSentTitle')] },
  )

  const link = linkIn(await mailTo(ann.email, '/reset-password'))
  await goTo(link.pathname + link.hash, site('account.resetTitle'))
  await step(
    'sets a new password',
    async () => {
      await write(site('account.newPassword'), 'walnut ladder monday')
      await press('button', site('account.resetSave'))
    },
    { focus: ['heading', site('account.resetDoneTitle')] },
  )

  const signIn = async (password: string) => {
    await write(site('account.email'), ann.email)
    await write(site('account.password'), password)
    await press('button', site('account.signIn'))
  }
  await goTo('/sign-in', site('account.signIn'))
  await step('signs in with the old password', () => signIn(ann.password), { focus: ['alert', /./], announced: /./ })
  await step('signs in with the new one', () => signIn('walnut ladder monday'), { focus: ['document', /Buy Locals$/] })
})
