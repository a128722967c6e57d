// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as auth from '@buy-locals/contracts/auth/operations'
import { errorOf, fill, press } from '@buy-locals/features/testing/acts'
import { aPerson } from '@buy-locals/features/testing/examples'
import { heading, startSite, text } from './support'

const me = aPerson({ name: 'Ana Silva', email: 'ana@example.com' })
const session = { accessToken: 'new', expiresAt: '2026-11-21T20:15:00Z' }
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const setup = { secret, uri: `otpauth://totp/Buy%20Locals:ana%40example.com?secret=${secret}` }
const recoveryCodes = ['k4t9-x2mv-qd7f-3hpw', '8xkz-0000-aaaa-bbbb']

async function openTwoStep(factor: { isOn: boolean; isRequired?: boolean; recoveryCodesLeft?: number }) {
  const site = await startSite({ me })
  site.respond(auth.readSecondFactor, {
    isRequired: false,
    ...factor,
    ...(factor.isOn && { since: '2026-11-20T20:00:00Z' }),
  })
  site.open('/account/two-step')
  await heading('Two-step verification')
  return site
}

test('it is turned on with the password and a code, and then the recovery codes are shown', async () => {
  using site = await openTwoStep({ isOn: false })
  site.respond(auth.startSecondFactor, refuse('auth/wrong-credentials'), setup)
  site.respond(auth.turnOnSecondFactor, refuse('auth/wrong-code'), { person: me, session, recoveryCodes })
  press('Continue')
  expect(errorOf('Your password')).toBe('Enter your password')
  fill('Your password', 'wrong horse battery')
  press('Continue')
  await text('Password is incorrect. Try again, or set a new one by email.')
  fill('Your password', 'correct horse battery')
  press('Continue')
  await text('Scan this code with your authenticator app')
  expect(screen.getByRole('img', { name: 'QR code for your authenticator app' })).toBeDefined()
  await text('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  press('Turn on')
  await text('Enter the code')
  fill('Code from your phone', '111111')
  press('Turn on')
  await text(/^That code is wrong/)
  fill('Code from your phone', '222222')
  press('Turn on')
  await heading('Save your recovery codes')
  for (const code of recoveryCodes) await text(code)
  expect(site.received(auth.turnOnSecondFactor).map(({ body }) => body.code)).toEqual(['111111', '222222'])
})

test('on the phone that has the app, the secret is opened in it or copied', async () => {
  using site = await openTwoStep({ isOn: false })
  site.respond(auth.startSecondFactor, setup)
  fill('Your password', 'correct horse battery')
  press('Continue')
  const link = await screen.findByRole('link', { name: 'Open in the app', hidden: true })
  expect(link.getAttribute('href')).toBe(setup.uri)
  press('Copy the key')
  await text('The key wasn’t copied. Enter it by hand.')
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue()
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }))
  press('Copy the key')
  await text('Key copied')
  vi.unstubAllGlobals()
  expect(writeText.mock.calls).toEqual([[secret]])
})

test('a secret that has waited too long is begun again', async () => {
  using site = await openTwoStep({ isOn: false })
  site.respond(auth.startSecondFactor, setup)
  site.respond(auth.turnOnSecondFactor, refuse('not-found'))
  fill('Your password', 'correct horse battery')
  press('Continue')
  await text('Scan this code with your authenticator app')
  fill('Code from your phone', '111111')
  press('Turn on')
  await text('That took too long. Start again.')
  press('Start again')
  await screen.findByLabelText('Your password')
})

test('new recovery codes are shown once a fresh code has been entered', async () => {
  using site = await openTwoStep({ isOn: true, recoveryCodesLeft: 1 })
  site.respond(auth.renewRecoveryCodes, refuse('auth/confirmation-needed'), { recoveryCodes })
  site.respond(auth.confirmIdentity, { session })
  await text('1 recovery code left')
  const renew = screen.getByRole('button', { name: 'Get new recovery codes' })
  act(() => renew.focus())
  fireEvent.click(renew)
  await heading('Confirm it’s you')
  fill('Code from your phone', '333333')
  press('Continue')
  await heading('Save your recovery codes')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Save your recovery codes'))
  press('I’ve saved them')
  await heading('Two-step verification')
})

test('it is turned off with a button that says what follows', async () => {
  using site = await openTwoStep({ isOn: true })
  site.respond(auth.turnOffSecondFactor, { session })
  site.respond(auth.readSecondFactor, { isOn: false, isRequired: false })
  press('Turn off two-step verification')
  await text('Two-step verification is off.')
  await screen.findByLabelText('Your password')
})

test('whoever operates a market keeps it', async () => {
  using site = await openTwoStep({ isOn: true, isRequired: true })
  await text('Market operators can’t turn it off.')
  expect(screen.queryByRole('button', { name: 'Turn off two-step verification' })).toBeNull()
  expect(site.received(auth.turnOffSecondFactor)).toEqual([])
})

test('signing in goes on with a code where the account has a second factor', async () => {
  using site = await startSite()
  const signInToken = 'half of a sign-in, as long as they are'
  site.respond(auth.login, refuse('auth/code-needed', { signInToken }))
  site.respond(auth.signInWithCode, refuse('auth/wrong-code'), refuse('auth/wrong-code'))
  site.open('/sign-in')
  await heading('Sign in')
  fill('Email address', 'ana@example.com')
  fill('Password', 'correct horse battery')
  press('Sign in')
  await screen.findByLabelText('Code from your phone')
  fill('Code from your phone', '123456')
  press('Sign in')
  await text(/^That code is wrong/)
  expect(screen.getByLabelText('Code from your phone').getAttribute('aria-invalid'), 'it is said at the field').toBe(
    'true',
  )
  screen.getByRole('button', { name: 'Use a recovery code instead' }).focus()
  press('Use a recovery code instead')
  const field = screen.getByLabelText('Recovery code')
  expect(document.activeElement).toBe(field)
  expect(screen.queryByText(/^That code is wrong/), 'of a code from the phone').toBeNull()
  fill('Recovery code', 'k4t9-x2mv-qd7f-3hpw')
  press('Sign in')
  await text('That recovery code is wrong or was already used. Enter another one.')
  expect(site.received(auth.signInWithCode)[0]?.body).toEqual({ signInToken, code: '123456' })
})
