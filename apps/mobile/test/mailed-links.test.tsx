import { expect, test } from '@jest/globals'
import { focusManager, onlineManager } from '@tanstack/react-query'
import { act, screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { readMe, refresh, resetPassword, verifyEmail } from '@buy-locals/contracts/auth/operations'
import { aPerson } from '@buy-locals/features/testing/examples'
import { ResetPasswordScreen } from '../src/mailed-links/reset-password-screen'
import { VerifyEmailScreen } from '../src/mailed-links/verify-email-screen'
import { startScreen } from './support'

const token = 'a-token-of-a-mail-1234567890'

async function startAsGuest() {
  const app = await startScreen()
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  return app
}

const save = async (password: string) => {
  const field = await screen.findByLabelText('New password')
  await userEvent.clear(field)
  await userEvent.type(field, password)
  await userEvent.press(screen.getByRole('button', { name: 'Save password' }))
}

test('a link to set a password sets it, and says where to sign in', async () => {
  const app = await startAsGuest()
  app.respond(resetPassword, undefined as never)
  await app.show(<ResetPasswordScreen token={token} />)
  await save('short')
  expect(screen.getAllByText(/at least 10 characters/i)).toHaveLength(2) // the hint, and what is wrong
  expect(app.received(resetPassword)).toEqual([])
  await save('a long enough one')
  expect(await screen.findByText('Password changed')).toBeTruthy()
  expect(app.received(resetPassword)).toMatchObject([{ body: { token, password: 'a long enough one' } }])
  await userEvent.press(screen.getByRole('link', { name: 'Sign in' }))
  expect(app.followed).toEqual(['/sign-in'])
  app.end()
})

test('a link that was cut, was used, or cannot be sent says so', async () => {
  const app = await startAsGuest()
  const { unmount } = await app.show(<ResetPasswordScreen token={undefined} />)
  expect(screen.getByText('This link is incomplete')).toBeTruthy()
  await unmount()
  app.respond(resetPassword, refuse('auth/link-invalid'), unreachable)
  await app.show(<ResetPasswordScreen token={token} />)
  await save('a long enough one')
  expect(await screen.findByText('This link was already used or has expired. Request a new one.')).toBeTruthy()
  await save('a long enough one')
  expect(await screen.findByText('You’re offline. Check your connection, then try again.')).toBeTruthy()
  app.end()
})

test('a link that verifies an address is used once, however often it is shown', async () => {
  const app = await startScreen()
  app.respond(readMe, aPerson())
  app.respond(verifyEmail, { person: aPerson() })
  for (let shown = 0; shown < 2; shown += 1) {
    const { unmount } = await app.show(<VerifyEmailScreen token={token} />)
    expect(await screen.findByText('Email verified')).toBeTruthy()
    expect(await screen.findByRole('link', { name: 'Bookings' })).toBeTruthy()
    await unmount()
  }
  expect(app.received(verifyEmail)).toHaveLength(1)
  app.end()
})

test('whoever is not signed in to the account chooses its password with the link', async () => {
  const app = await startAsGuest()
  app.respond(verifyEmail, refuse('auth/password-needed'), { person: aPerson() })
  await app.show(<VerifyEmailScreen token={token} />)
  expect(await screen.findByText('Choose a password')).toBeTruthy()
  await save('a long enough one')
  expect(await screen.findByText('Email verified')).toBeTruthy()
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeTruthy()
  app.end()
})

test('coming back to the app or to the network neither sends a link again nor takes away what is being typed', async () => {
  const app = await startAsGuest()
  app.respond(verifyEmail, refuse('auth/password-needed'))
  const { unmount } = await app.show(<VerifyEmailScreen token={token} />)
  await userEvent.type(await screen.findByLabelText('New password'), 'half of it')
  for (const manager of [focusManager.setFocused.bind(focusManager), onlineManager.setOnline.bind(onlineManager)]) {
    await act(async () => manager(false))
    await act(async () => manager(true))
  }
  expect(screen.getByDisplayValue('half of it')).toBeTruthy()
  await unmount()
  await app.show(<VerifyEmailScreen token={token} />)
  expect(await screen.findByText('Choose a password')).toBeTruthy()
  expect(app.received(verifyEmail)).toHaveLength(1)
  await act(async () => focusManager.setFocused(undefined))
  app.end()
})

test('where nothing answers a link to verify can be tried again', async () => {
  const app = await startScreen()
  app.respond(readMe, aPerson())
  app.respond(verifyEmail, unreachable, { person: aPerson() })
  await app.show(<VerifyEmailScreen token={token} />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Email verified')).toBeTruthy()
  await waitFor(() => expect(app.received(verifyEmail)).toHaveLength(2))
  app.end()
})

test('a link that verifies nothing says why', async () => {
  const app = await startAsGuest()
  app.respond(verifyEmail, refuse('auth/link-invalid'))
  const { unmount } = await app.show(<VerifyEmailScreen token={token} />)
  expect(await screen.findByText('This link doesn’t work')).toBeTruthy()
  await unmount()
  await app.show(<VerifyEmailScreen token={undefined} />)
  expect(screen.getByText('Open it again from the email, or request a new one.')).toBeTruthy()
  app.end()
})
