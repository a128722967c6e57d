import { codeAt } from '@buy-locals/auth/totp'
import { startSecondFactor, turnOnSecondFactor } from '@buy-locals/contracts/auth/operations'
import { expect } from '@playwright/test'
import { test } from '../src/journey.ts'
import { registerPerson } from '../src/people.ts'
import { serverTime } from '../src/time.ts'

const codeNow = async (secret: string) => codeAt(secret, { epochMilliseconds: await serverTime() })

test('a person turns on two-step verification, signs in with a code and with a recovery code, and is asked again', async ({
  browse,
  advanceTime,
  texts: { site, features },
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*auth\/login/)
  expectConsoleError(/status of 403 .*me\/email/)
  const ann = await registerPerson('Ann Other')
  const { page, step, goTo, write, press } = await browse(ann)
  await goTo('/account/two-step', site('account.twoStep'))
  await step(
    'shows the password',
    async () => {
      await write(site('account.deletePassword'), ann.password)
      await press('button', site('account.twoStepStart'))
    },
    { focus: ['textbox', features('code.phone')] },
  )
  const secret = ((await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? '').replaceAll(' ', '')
  await step(
    'turns it on with a code',
    async () => {
      await write(features('code.phone'), await codeNow(secret))
      await press('button', site('account.twoStepConfirm'))
    },
    { focus: ['heading', site('account.recoveryTitle')] },
  )
  const codes = await page.getByRole('listitem').allTextContents()
  const [recoveryCode = ''] = codes.filter((code) => /^([\da-z]{4}-){3}[\da-z]{4}$/.test(code))
  await step('has written the codes down', () => press('button', site('account.recoveryDone')), {
    focus: ['heading', site('account.twoStep')],
  })
  await expect(page.getByText(site('account.recoveryLeft', { count: 10 }))).toBeVisible()

  const other = await browse()
  const signIn = async () => {
    await other.write(site('account.email'), ann.email)
    await other.write(site('account.password'), ann.password)
    await other.press('button', site('account.signIn'))
  }
  await advanceTime('PT31S')
  await other.goTo('/sign-in', site('account.signIn'))
  await other.step('signs in elsewhere', signIn, { focus: ['textbox', features('code.phone')] })
  await other.step(
    'enters a code',
    async () => {
      await other.write(features('code.phone'), await codeNow(secret))
      await other.press('button', features('code.signIn'))
    },
    { focus: ['document', /Buy Locals$/] },
  )

  await advanceTime('PT11M')
  await other.goTo('/account', site('account.page'))
  await other.press('button', site('account.emailChange'))
  await other.step(
    'changes the address, which waits for a code',
    async () => {
      await other.write(site('account.emailNew'), `new.${ann.email}`)
      await other.write(site('account.deletePassword'), ann.password)
      await other.press('button', site('account.emailSend'))
    },
    { focus: ['textbox', features('code.phone')] },
  )
  await other.step('takes a recovery code', () => other.press('button', features('code.useRecovery')), {
    focus: ['textbox', features('code.recovery')],
  })
  const sent = site('account.emailSent', { email: `new.${ann.email}` })
  await other.step(
    'with which the address is changed',
    async () => {
      await other.write(features('code.recovery'), recoveryCode)
      await other.press('button', features('code.confirm'))
    },
    { focus: ['group', sent] },
  )
  await expect(other.page.getByText(sent)).toBeVisible()
})

test('the dashboard takes a code after the password', async ({
  browse,
  advanceTime,
  texts: { dashboard, features },
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*auth\/login/)
  expectConsoleError(/status of 403 .*auth\/code/)
  const ann = await registerPerson('Ann Other')
  const { secret } = await ann.call(startSecondFactor, { body: { password: ann.password } })
  await ann.call(turnOnSecondFactor, { body: { code: await codeNow(secret) } })
  await advanceTime('PT31S')
  const { page, step, open, write, press } = await browse()
  await open('/dashboard/sign-in')
  await expect(page.getByRole('button', { name: dashboard('session.continueWith', { name: 'Guild' }) })).toBeVisible()
  const enter = async (code: string) => {
    await write(features('code.phone'), code)
    await press('button', features('code.signIn'))
  }
  await step(
    'shows the password',
    async () => {
      await write(dashboard('session.email'), ann.email)
      await write(dashboard('session.password'), ann.password)
      await press('button', dashboard('session.signIn'))
    },
    { focus: ['textbox', features('code.phone')] },
  )
  await step('enters another code', () => enter('000000'), { focus: ['textbox', features('code.phone')] })
  await expect(page.getByText(features('refusal.byCode.auth/wrong-code'))).toBeVisible()
  await step('enters the code', async () => enter(await codeNow(secret)), {
    focus: ['heading', dashboard('session.choose')],
  })
  await expect(page.getByRole('heading', { name: dashboard('session.none') })).toBeVisible()
})
