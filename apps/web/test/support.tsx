import { cleanup, render, screen } from '@testing-library/react'
import { createRoutesStub, Outlet, type ShouldRevalidateFunction } from 'react-router'
import { api } from '@buy-locals/api-client/api'
import { listProviders } from '@buy-locals/contracts/auth/operations'
import { scriptApi } from '@buy-locals/api-client/testing/scripted-api'
import { forgetServerClock } from '@buy-locals/client/clock'
import { listMessages } from '@buy-locals/contracts/booking/operations'
import { listDetailPhotos } from '@buy-locals/contracts/business/operations'
import { readMailAddress } from '@buy-locals/contracts/notification/operations'
import { listReviewPhotos } from '@buy-locals/contracts/review/operations'
import { rememberAccount } from '@buy-locals/features/session/sign-in-again'
import { aMarket, aPerson, aThread } from '@buy-locals/features/testing/examples'
import routes from '../src/routes'
import type { Visit } from '../src/server/visit'
import { Frame } from '../src/site/frame'
import { toSiteData } from '../src/site/use-site'

type Page = {
  default?: () => React.ReactNode
  shouldRevalidate?: ShouldRevalidateFunction
  loader?: (args: { request: Request; params: object; context: Visit }) => unknown
}

const files = import.meta.glob<Page>('../src/**/*.{ts,tsx}')
const payments = { mode: 'simulator', apiBase: 'http://127.0.0.1/simulator' } as const

/** A visitor of the site, signed in or a guest; a test adds what the API answers. It is 21 November 2026 in the afternoon. */
export async function startSite({
  me,
  now = '2026-11-21T20:00:00Z',
  openedBookings = [],
  locale = 'en-US',
  legalTexts,
  markets = [aMarket()],
}: Partial<Pick<Visit, 'me' | 'now' | 'openedBookings' | 'locale' | 'legalTexts' | 'markets'>> = {}) {
  const script = scriptApi()
  script.respond(listProviders, { items: [] }) // on the pages to sign in and up
  script.respond(listDetailPhotos, { items: [] })
  script.respond(listReviewPhotos, { items: [] })
  script.respond(readMailAddress, { status: 'active' })
  script.respond(listMessages, aThread())
  const visit: Visit = {
    callApi: api({ baseUrl: 'http://127.0.0.1' }),
    me,
    openedBookings,
    config: {
      realtime: { http: '', ws: '' }, // without addresses nothing is subscribed to
      payments,
      map: { style: '', hasStreets: false },
      places: { haveAddresses: false },
      minimumAppVersion: '0.0.0',
      demonstration: true,
    },
    markets,
    locale,
    now,
    publicUrl: 'https://buylocals.example',
    legalTexts,
    reportError: (error) => {
      throw error
    },
  }
  const pages = await Promise.all(
    routes.map(async ({ path, index, file }) => {
      const page = await files[`../src/${file}`]?.()
      const place = index ? { index } : { path }
      const { default: Component, shouldRevalidate } = page ?? {}
      return { ...place, Component, shouldRevalidate, loader: withVisit(page?.loader) }
    }),
  )
  const Site = createRoutesStub([
    {
      id: 'root',
      path: '/',
      loader: () => toSiteData(visit),
      Component: () => (
        <Frame locale={locale}>
          <Outlet />
        </Frame>
      ),
      HydrateFallback: () => null,
      children: pages as never,
    },
  ])
  function withVisit(loader: Page['loader']) {
    return loader && ((args: { request: Request; params: object }) => loader({ ...args, context: visit }))
  }

  return {
    ...script,
    visit,
    open: (path: string) => void render(<Site initialEntries={[path]} />),
    signIn: (person = aPerson()) => void (visit.me = person),
    [Symbol.dispose]() {
      cleanup()
      forgetServerClock()
      rememberAccount(undefined)
      script[Symbol.dispose]()
    },
  }
}

export const heading = (name: string) => screen.findByRole('heading', { name })
export const text = (expected: string | RegExp) => screen.findByText(expected)
