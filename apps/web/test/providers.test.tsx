// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as auth from '@buy-locals/contracts/auth/operations'
import { fill, press } from '@buy-locals/features/testing/acts'
import { aPerson } from '@buy-locals/features/testing/examples'
import { heading, startSite, text } from './support'

const me = aPerson({ name: 'Ana Silva', email: 'ana@example.com' })
const session = { accessToken: 'new', expiresAt: '2026-11-21T20:15:00Z' }
const linkToken = 'who the provider says has come, encrypted'

/** Where the page leads, which jsdom does not follow. */
function watchWay() {
  const way = { assign: vi.fn<(url: string) => void>(), replace: vi.fn<(url: string) => void>() }
  vi.stubGlobal('location', { ...window.location, ...way, search: window.location.search })
  return way
}
afterEach(() => vi.unstubAllGlobals())

/** Of the browser that comes back: each answer of a provider is another one. */
let returns = 0
async function comeBack(respond: (site: Awaited<ReturnType<typeof startSite>>) => void) {
  const search = `?code=c${(returns += 1)}&state=s`
  window.history.replaceState(undefined, '', `/sign-in/oidc${search}`)
  const way = watchWay()
  const site = await startSite()
  respond(site)
  site.open(`/sign-in/oidc${search}`)
  return Object.assign(site, { way })
}

test('there is a button for each provider that is set up, and it leads there', async () => {
  using site = await startSite()
  const way = watchWay()
  site.respond(auth.listProviders, { items: [{ id: 'oidc', name: 'Guild' }] })
  site.respond(auth.startProviderSignIn, { url: 'https://guild.example/auth?state=s' })
  site.open('/sign-in?to=/bookings')
  await heading('Sign in')
  press('Continue with Guild')
  await waitFor(() => expect(way.assign).toHaveBeenCalledWith('https://guild.example/auth?state=s'))
  expect(site.received(auth.startProviderSignIn)).toMatchObject([
    { params: { provider: 'oidc' }, body: { to: '/bookings' } },
  ])
})

test('without a provider there is no button', async () => {
  using site = await startSite()
  site.open('/sign-in')
  await heading('Sign in')
  expect(screen.queryByRole('button', { name: /^Continue with/ })).toBeNull()
})

test('whoever comes back from a provider goes on to where they wanted to go, once, and never to another site', async () => {
  using site = await comeBack((before) =>
    before.respond(auth.finishProviderSignIn, { person: me, session, to: '//evil.example/bookings' }),
  )
  await waitFor(() => expect(site.way.replace).toHaveBeenCalledWith('/'))
  expect(site.received(auth.finishProviderSignIn)).toMatchObject([{ body: { response: { state: 's' } } }])
})

test('whoever has an account with the address says with its password, and its code, that it is theirs', async () => {
  using site = await comeBack((before) => {
    before.respond(auth.finishProviderSignIn, refuse('auth/link-needed', { linkToken, email: 'ana@example.com' }))
    before.respond(auth.confirmProviderLink, refuse('auth/wrong-credentials'), refuse('auth/code-needed'), {
      person: me,
      session,
      to: '/bookings',
    })
  })
  await heading('Is this your account?')
  await text(/^There’s already an account for ana@example.com/)
  fill('Password', 'wrong horse battery')
  press('Connect and sign in')
  await text('Password is incorrect. Try again, or set a new one by email.')
  fill('Password', 'correct horse battery')
  press('Connect and sign in')
  const code = await screen.findByLabelText('Code from your phone')
  await waitFor(() => expect(document.activeElement).toBe(code))
  press('Connect and sign in')
  await text('Enter the code')
  expect(site.received(auth.confirmProviderLink)).toHaveLength(2)
  fill('Code from your phone', '123456')
  press('Connect and sign in')
  await waitFor(() => expect(site.way.replace).toHaveBeenCalledWith('/bookings'))
  expect(site.received(auth.confirmProviderLink)[2]?.body).toEqual({
    ...{ linkToken, password: 'correct horse battery', code: '123456' },
  })
})

test('the second factor is asked for after the provider, and leads on to where they wanted', async () => {
  using site = await comeBack((before) => {
    const half = { signInToken: 'half of a sign-in, as long', to: '/bookings' }
    before.respond(auth.finishProviderSignIn, refuse('auth/code-needed', half))
    before.respond(auth.signInWithCode, { person: me, session })
  })
  await screen.findByLabelText('Code from your phone')
  expect(site.received(auth.finishProviderSignIn)).toHaveLength(1)
  fill('Code from your phone', '123456')
  press('Sign in')
  await waitFor(() => expect(site.way.replace).toHaveBeenCalledWith('/bookings'))
})

test('an address that the provider has not verified is said in words, with the way back', async () => {
  using site = await comeBack((before) => before.respond(auth.finishProviderSignIn, refuse('auth/provider-unverified')))
  await heading('We couldn’t sign you in')
  await text('Verify your email address there first, or sign in with your password.')
  expect(screen.getByRole('link', { name: 'Back to sign in' }).getAttribute('href')).toBe('/sign-in')
  expect(site.received(auth.finishProviderSignIn)).toHaveLength(1)
})

test('the account page links a provider after the password, and unlinks it', async () => {
  using site = await startSite({ me })
  const way = watchWay()
  site.respond(auth.readExport, refuse('not-found'))
  site.respond(auth.listSessions, { items: [] })
  site.respond(auth.readSecondFactor, { isOn: false, isRequired: false })
  site.respond(auth.listMyProviders, {
    items: [
      { id: 'google', name: 'Google', isLinked: false },
      { id: 'oidc', name: 'Guild', isLinked: true, email: 'ana@guild.example' },
    ],
  })
  site.respond(auth.startProviderLink, refuse('auth/wrong-credentials'), { url: 'https://google.example/auth' })
  site.respond(auth.unlinkProvider, undefined)
  site.open('/account')
  await heading('Other ways to sign in')
  await text('Connected as ana@guild.example')
  press('Connect Google')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Your password')))
  fill('Your password', 'wrong horse battery')
  press('Continue with Google')
  await text('Password is incorrect. Try again, or set a new one by email.')
  fill('Your password', 'correct horse battery')
  press('Continue with Google')
  await waitFor(() => expect(way.assign).toHaveBeenCalledWith('https://google.example/auth'))
  press('Disconnect Guild')
  await waitFor(() => expect(site.received(auth.unlinkProvider)).toMatchObject([{ params: { provider: 'oidc' } }]))
})
