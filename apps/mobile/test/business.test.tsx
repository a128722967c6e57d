import { expect, jest, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { Share } from 'react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { listDetailPhotos, readBusiness } from '@buy-locals/contracts/business/operations'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { aBusiness, aReview, aService, aShownPhoto, aStaffMember } from '@buy-locals/features/testing/examples'
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
  app.respond(listDetailPhotos, { items: [{ of: services[0]?.id ?? 'svc_', photo: aShownPhoto('A fade') }] })
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
  app.respond(listDetailPhotos, { items: [] })
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

const noReviews = { items: [], rating: { mean: 0, count: 0, byStars: [0, 0, 0, 0, 0] } } as never

async function startBusiness(
  changes: Parameters<typeof aBusiness>[0],
  service?: NonNullable<Parameters<typeof aService>[1]>,
) {
  const app = await startScreen()
  const business = aBusiness(changes)
  app.respond(readBusiness, business)
  app.respond(listServices, { items: service ? [aService(business.id, service)] : [] })
  app.respond(listStaff, { items: [] })
  app.respond(listDetailPhotos, { items: [] })
  app.respond(listReviews, noReviews)
  await app.show(<BusinessScreen slug={business.slug} />)
  return app
}

test('a photo is shown as a whole, and the next one from there', async () => {
  const app = await startBusiness({ photos: [aShownPhoto('The chairs'), aShownPhoto('The door')] })
  await userEvent.press(await screen.findByRole('button', { name: /^The chairs\. View photo 1 of 2/ }))
  expect(await screen.findByText('1 of 2')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Previous photo' }).props['aria-disabled'] ?? true).toBe(true)
  await userEvent.press(screen.getByRole('button', { name: 'Next photo' }))
  expect(await screen.findByText('2 of 2')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText('2 of 2')).toBeNull()
  app.end()
})

test('what comes back of a deposit is read before a time is chosen', async () => {
  const price = { amount: 4500, currency: 'USD' as const }
  const quote = { price, deposit: price, dueNow: price, payment: 'online' as const }
  const app = await startBusiness({}, { price, quote, payment: 'online' })
  expect(await screen.findByText(/^Free cancellation up to 24 hr before Cancel later and you’ll get \$22\.50 back\./)).toBeTruthy() // prettier-ignore
  app.end()
})

test('a page that nobody looks after says so, and how it is claimed', async () => {
  const source = { kind: 'open-data' as const, name: 'OpenStreetMap', licence: 'ODbL', asOf: '2026-01-01' }
  const app = await startBusiness({ claimed: false, source })
  expect(await screen.findByText('Not on Buy Locals yet')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'This is my business' })).toBeTruthy()
  expect(screen.getByText(/^From OpenStreetMap \(ODbL\), as of 2026-01-01/)).toBeTruthy()
  app.end()
})

test('a business is shared by the address of its page', async () => {
  const share = jest.spyOn(Share, 'share').mockResolvedValue({ action: 'sharedAction' })
  const app = await startBusiness({})
  await userEvent.press(await screen.findByRole('button', { name: 'Share' }))
  expect(share).toHaveBeenCalledWith(expect.objectContaining({ url: 'http://127.0.0.1:4000/b/fenwick' }))
  app.end()
})

test('the map of a business is shown to whoever wants it', async () => {
  const app = await startBusiness({})
  await userEvent.press(await screen.findByRole('button', { name: 'Show map' }))
  expect(await screen.findByRole('button', { name: '1. Fenwick' })).toBeTruthy()
  app.end()
})
