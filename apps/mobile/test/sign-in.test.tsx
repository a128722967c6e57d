import { expect, jest, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { Linking } from 'react-native'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { login, logout, readMe, refresh } from '@buy-locals/contracts/auth/operations'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { aBooking, aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { BookingsScreen } from '../src/bookings/bookings-screen'
import { AccountScreen } from '../src/session/account-screen'
import { sessionStore } from '../src/session/session-store'
import { SignInScreen } from '../src/session/sign-in-screen'
import { startScreen } from './support'

jest.mock('expo-router', () => ({ router: { canGoBack: () => true, back: () => {}, replace: () => {} } }))

const session = { accessToken: 'access 1', refreshToken: 'r'.repeat(40), expiresAt: '2026-11-24T17:15:00Z' }
const signedIn = { person: aPerson(), session }

const enter = async (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text)

test('whoever signs in has both tokens kept, and sends them', async () => {
  const app = await startScreen()
  app.respond(login, signedIn)
  await app.show(<SignInScreen />)
  await enter('Email', 'ana@example.com')
  await enter('Password', 'a long one')
  await userEvent.press(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(sessionStore.headers()['authorization']).toBe('Bearer access 1'))
  expect(await sessionStore.refreshInput()).toEqual({ body: { refreshToken: session.refreshToken } })
  app.end()
})

test('whoever signs in finds their bookings on the screen behind', async () => {
  const app = await startScreen()
  app.respond(readMe, refuse('unauthenticated'), aPerson())
  app.respond(listMyBookings, refuse('unauthenticated'), {
    items: [aBooking(aBusiness().id, { serviceName: 'Shave' })],
  })
  app.respond(refresh, refuse('auth/session-ended'))
  app.respond(login, signedIn)
  await app.show(
    <>
      <BookingsScreen />
      <SignInScreen />
    </>,
  )
  await screen.findByRole('link', { name: 'Sign in' })
  await enter('Email', 'ana@example.com')
  await enter('Password', 'a long one')
  await userEvent.press(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText('Shave')).toBeTruthy()
  app.end()
})

test('what is missing is named, and nothing is sent', async () => {
  const app = await startScreen()
  await app.show(<SignInScreen />)
  await userEvent.press(screen.getByRole('button', { name: 'Sign in' }))
  expect(screen.getByText('Enter your email')).toBeTruthy()
  expect(screen.getByText('Enter your password')).toBeTruthy()
  app.end()
})

test('a wrong password is said beside the button, and a new one is set on the site', async () => {
  const app = await startScreen()
  app.respond(login, refuse('auth/wrong-credentials'))
  await app.show(<SignInScreen />)
  await enter('Email', 'ana@example.com')
  await enter('Password', 'another')
  await userEvent.press(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText('Email or password is incorrect. Try again, or reset your password.')).toBeTruthy()
  const opened = jest.spyOn(Linking, 'openURL').mockResolvedValue(true)
  await userEvent.press(screen.getByRole('link', { name: 'Forgot your password?' }))
  expect(opened).toHaveBeenCalledWith('http://127.0.0.1:4000/forgot-password')
  app.end()
})

test('whoever signs out leaves no token on the phone', async () => {
  const app = await startScreen()
  await sessionStore.save(session)
  app.respond(readMe, aPerson())
  app.respond(logout, undefined as never)
  await app.show(<AccountScreen />)
  await userEvent.press(await screen.findByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(sessionStore.headers()['authorization']).toBeUndefined())
  expect(app.received(logout)[0]?.body?.refreshToken).toBe(session.refreshToken)
  app.end()
})

test('a guest is offered to sign in', async () => {
  const app = await startScreen()
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  await app.show(<AccountScreen />)
  await userEvent.press(await screen.findByRole('link', { name: 'Sign in' }))
  expect(app.followed).toEqual(['/sign-in'])
  app.end()
})
