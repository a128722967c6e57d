import { afterEach, expect, jest, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { aBooking, aBusiness, aService } from '@buy-locals/features/testing/examples'
import Book from '../src/routes/b/[slug]/book/[serviceId]'
import Reschedule from '../src/routes/bookings/[bookingId]/reschedule'
import { startScreen } from './support'

const mockRoute = { params: {} as Record<string, string>, moves: [] as unknown[], canGoBack: true }
jest.mock('expo-router', () => ({
  Stack: { Screen: () => null },
  useLocalSearchParams: () => mockRoute.params,
  router: {
    push: (href: unknown) => mockRoute.moves.push({ push: href }),
    back: () => mockRoute.moves.push('back'),
    canGoBack: () => mockRoute.canGoBack,
    setParams: (params: unknown) => mockRoute.moves.push({ setParams: params }),
  },
}))

afterEach(() => void Object.assign(mockRoute, { params: {}, moves: [], canGoBack: true }))

const start = '2040-03-07T17:00:00Z'

async function startRoute(address: Record<string, string>) {
  const app = await startScreen()
  const business = aBusiness()
  const service = aService(business.id, { maxHorizonDays: 730 })
  const made = aBooking(business.id, { serviceId: service.id, start: '2040-03-06T17:00:00Z', payment: 'at-venue' })
  const free = { amount: 0, currency: 'USD' as const }
  app.respond(booking.readBooking, made)
  app.respond(readBusiness, business)
  app.respond(booking.listServices, { items: [service] })
  app.respond(booking.listStaff, { items: [] })
  app.respond(booking.findSlots, { timeZone: business.timeZone, items: [{ start, end: start, seatsLeft: 1 }] })
  app.respond(booking.quote, { price: made.price, deposit: free, dueNow: free, payment: 'at-venue' })
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  mockRoute.params = { slug: business.slug, serviceId: service.id, bookingId: made.id, ...address }
  return Object.assign(app, { made })
}

test('a link with a time that is none leads to the free times', async () => {
  for (const Route of [Book, Reschedule]) {
    const app = await startRoute({ at: 'tomorrow' })
    const { unmount } = await app.show(<Route />)
    expect(await screen.findByRole('button', { name: 'Continue' })).toBeTruthy()
    await unmount()
    app.end()
  }
})

test('from the free times the new one is a step forward, with its own way back', async () => {
  const app = await startRoute({ staff: 'stf_1' })
  const { unmount } = await app.show(<Reschedule />)
  await userEvent.press(await screen.findByRole('radio', { name: /10:00\sAM$/ }))
  await userEvent.press(screen.getByRole('button', { name: 'Continue' }))
  const params = { bookingId: app.made.id, staff: 'stf_1', from: undefined, at: start }
  expect(mockRoute.moves).toEqual([{ push: { pathname: '/bookings/[bookingId]/reschedule', params } }])
  await unmount()
  app.end()
})

test('from the new time one goes back to the free ones, also where a link has opened it', async () => {
  const app = await startRoute({ at: start })
  await app.show(<Reschedule />)
  const back = await screen.findByRole('button', { name: 'Choose another time' })
  await userEvent.press(back)
  mockRoute.canGoBack = false
  await userEvent.press(back)
  expect(mockRoute.moves).toEqual(['back', { setParams: { at: undefined } }])
  app.end()
})
