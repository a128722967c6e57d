import { expect, jest, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { aBusiness, aReview, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { BusinessScreen } from '../src/business/business-screen'
import { startScreen } from './support'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

test('the screen of a business says what it is, what there is, who works there, when it is open, where, and what visitors say', async () => {
  const app = await startScreen()
  const business = aBusiness({ phone: '+12085550123', rating: { mean: 4, count: 1 } })
  const rating = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] }
  app.respond(readBusiness, business)
  const services = [aService(business.id), aService(business.id, { name: 'Color', awaitsPayments: true })]
  app.respond(listServices, { items: services })
  app.respond(listStaff, { items: [aStaffMember(business.id)] })
  app.respond(listReviews, { items: [aReview(business.id, { text: 'A fine cut.' })], rating } as never)
  await app.show(<BusinessScreen slug="fenwick" />)
  expect(await screen.findByRole('heading', { name: 'Fenwick' })).toBeTruthy()
  for (const text of ['Ana', 'A fine cut.']) expect(await screen.findByText(text)).toBeTruthy()
  expect(screen.getAllByText('30 min · Pay at the shop')).toHaveLength(2)
  expect(screen.queryByRole('link', { name: /^Color/ })).toBeNull()
  await userEvent.press(screen.getByRole('link', { name: /^Haircut/ }))
  expect(app.followed).toEqual([`/b/fenwick/book/${services[0]?.id}`])
  expect(screen.getAllByText('9 AM – 5 PM').length).toBeGreaterThan(3)
  expect(screen.getByRole('link', { name: 'Call (208) 555-0123' })).toBeTruthy()
  app.end()
})

test('what could not be read of a business says so, and is read again', async () => {
  const app = await startScreen()
  const business = aBusiness()
  const rating = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] }
  app.respond(readBusiness, business)
  app.respond(listServices, unreachable, { items: [aService(business.id)] })
  app.respond(listStaff, { items: [] })
  app.respond(listReviews, { items: [], rating } as never)
  await app.show(<BusinessScreen slug="fenwick" />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('$45.00')).toBeTruthy()
  app.end()
})

test('a business that is not there says so', async () => {
  const app = await startScreen()
  app.respond(readBusiness, refuse('not-found'))
  await app.show(<BusinessScreen slug="gone" />)
  expect(await screen.findByText('This didn’t load')).toBeTruthy()
  app.end()
})
