import { cleanup, render, screen } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { refuse, scriptApi } from '@buy-locals/api-client/testing/scripted-api'
import { forgetServerClock } from '@buy-locals/client/clock'
import { listInvitations, listProviders, readMe, readSecondFactor } from '@buy-locals/contracts/auth/operations'
import type { Role } from '@buy-locals/contracts/auth/shapes'
import {
  findBookingsOutsideHours,
  listBusinessBookings,
  listCustomers,
  listMessages,
  listResources,
  listServices,
  listStaff,
} from '@buy-locals/contracts/booking/operations'
import { listPhotos, readBusiness } from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { listNotifications, readCustomerMail } from '@buy-locals/contracts/notification/operations'
import { readPayee } from '@buy-locals/contracts/payment/operations'
import { rememberAccount } from '@buy-locals/features/session/sign-in-again'
import { aBusiness, aPerson, aThread } from '@buy-locals/features/testing/examples'
import { closeRealtime } from '@buy-locals/client/realtime-connection'
import { queryClient } from '../src/api/queries'
import { App } from '../src/app'
import { routes } from '../src/routes'

type Start = { role?: Role; business?: Parameters<typeof aBusiness>[0] }

/** Somebody who is signed in and a member of one business; a test adds what else the API answers. */
export function startDashboard({ role = 'owner', business: changes }: Start = {}) {
  const api = scriptApi()
  const business = aBusiness(changes)
  const scope = role === 'operator' || role === 'admin' ? ('platform' as const) : business.id
  const me = aPerson({ memberships: [{ scope, role }] })
  api.respond(readMe, me)
  api.respond(listInvitations, { items: [] })
  api.respond(listProviders, { items: [] })
  api.respond(readSecondFactor, { isOn: false, isRequired: false })
  api.respond(readBusiness, business)
  api.respond(listBusinessBookings, { timeZone: business.timeZone, items: [], heldMoves: [], blocks: [] }) // the board, where many ways end
  api.respond(findBookingsOutsideHours, { count: 0, items: [] })
  api.respond(listCustomers, { items: [] }) // suggested while a name is typed
  api.respond(listServices, { items: [] })
  api.respond(listStaff, { items: [] })
  api.respond(listResources, { items: [] })
  api.respond(listPhotos, { items: [] }) // of a service or a member of staff
  api.respond(listMessages, aThread())
  api.respond(readCustomerMail, { bounces: false })
  api.respond(listNotifications, { items: [], unread: 0 })
  api.respond(readPayee, refuse('not-found')) // asked for where there is nothing to book
  api.respond(readConfig, refuse('internal')) // without it there is no realtime
  let router: ReturnType<typeof createMemoryRouter> | undefined
  return {
    ...api,
    business,
    me,
    /** Opens a page of the business, or with a leading slash any page. */
    open(path: string) {
      const pathname = `/dashboard${path.startsWith('/') ? path : `/${business.id}/${path}`}`
      router = createMemoryRouter(routes, { basename: '/dashboard', initialEntries: [pathname] })
      render(<App router={router} />)
    },
    /** Where in the dashboard one is. */
    path: () => (router ? router.state.location.pathname + router.state.location.search : '').replace('/dashboard', ''),
    [Symbol.dispose]() {
      cleanup()
      queryClient.clear()
      closeRealtime()
      forgetServerClock()
      rememberAccount(undefined)
      api[Symbol.dispose]()
    },
  }
}

export const heading = (name: string) => screen.findByRole('heading', { name })
export const text = (expected: string | RegExp) => screen.findByText(expected)
