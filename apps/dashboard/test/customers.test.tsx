// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import * as booking from '@buy-locals/contracts/booking/operations'
import { newId } from '@buy-locals/values/ids'
import { errorOf, field, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aService } from '@buy-locals/features/testing/examples'
import { startDashboard, text } from './support'

const cleo = {
  ...{ id: newId('customer'), name: 'Cleo King', phone: '+12085550100', email: 'cleo@example.com' },
  ...{ hasAccount: false, visits: 3, lastVisit: '2026-11-03T17:00:00Z' },
}
const cliff = { id: newId('customer'), name: 'Cliff', hasAccount: false, visits: 1 }

const note = { id: newId('customerNote'), text: 'Allergic to nuts', writtenAt: '2026-11-03T17:00:00Z', version: 1 }
const details = {
  ...cleo,
  cancelled: 0,
  noShows: 1,
  spent: [{ amount: 12_000, currency: 'USD' as const }],
  notes: [note],
}

test('customers are listed with their visits, and are searched while one types', async () => {
  using dashboard = startDashboard({ role: 'staff' })
  dashboard.respond(booking.listCustomers, { items: [cleo, cliff] })
  dashboard.open('customers')
  const row = await screen.findByRole('link', { name: /Cleo King/ })
  expect(row.textContent).toContain('(208) 555-0100')
  expect(row.textContent).toContain('Last visit Tue, Nov 3, 10:00 AM')
  expect(row.textContent).toContain('3 visits')
  dashboard.respond(booking.listCustomers, { items: [] })
  fill('Search by name, email or phone', 'nobody')
  await text('No customer matches “nobody”')
  expect(dashboard.received(booking.listCustomers).at(-1)?.query['q']).toBe('nobody')
})

test('the page of a customer has visits, notes and bookings; staff read the notes', async () => {
  using dashboard = startDashboard({ role: 'staff' })
  const visit = aBooking(dashboard.business.id)
  dashboard.respond(booking.readCustomer, details)
  dashboard.respond(booking.listCustomerBookings, { items: [visit] })
  dashboard.open(`customers/${cleo.id}`)
  await screen.findByRole('heading', { level: 1, name: 'Cleo King' })
  await text('Allergic to nuts')
  await text('$120.00')
  const history = await screen.findByRole('list', { name: 'Bookings' })
  expect(within(history).getByRole('link').getAttribute('href')).toContain(`/board/bookings/${visit.id}?day=`)
  expect(screen.queryByRole('button', { name: /Edit note/ })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Add note' })).toBeNull()
})

test('a manager adds, changes and deletes a note; an empty one is not sent', async () => {
  using dashboard = startDashboard({ role: 'manager' })
  dashboard.respond(booking.readCustomer, details)
  dashboard.respond(booking.listCustomerBookings, { items: [] })
  dashboard.respond(booking.addCustomerNote, { ...note, id: newId('customerNote') })
  dashboard.respond(booking.changeCustomerNote, { ...note, text: 'Likes nuts', version: 2 })
  dashboard.respond(booking.deleteCustomerNote, undefined)
  dashboard.open(`customers/${cleo.id}`)
  await text('Allergic to nuts')
  press('Add note')
  expect(errorOf('New note')).toBe('Enter a note')
  fill('New note', 'Comes with her dog')
  press('Add note')
  await text('Note added.')
  expect(dashboard.received(booking.addCustomerNote).map(({ body }) => body)).toEqual([{ text: 'Comes with her dog' }])
  press('Edit note of Tue, Nov 3, 10:00 AM')
  fill('Note', 'Likes nuts')
  press('Save')
  await text('Note saved.')
  expect(dashboard.received(booking.changeCustomerNote)[0]).toMatchObject({ body: { text: 'Likes nuts' } })
  press('Delete note of Tue, Nov 3, 10:00 AM')
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }))
  await text('Note deleted.')
  expect(dashboard.received(booking.deleteCustomerNote)).toHaveLength(1)
})

test('who has booked before is suggested while their name is typed, and chosen by the keyboard with all that is known', async () => {
  using dashboard = startDashboard({ role: 'staff' })
  dashboard.respond(booking.listServices, { items: [aService(dashboard.business.id)] })
  dashboard.respond(booking.findSlots, { timeZone: dashboard.business.timeZone, items: [] })
  dashboard.respond(booking.listCustomers, { items: [cleo, cliff] })
  dashboard.open('board/new?day=2026-11-24')
  const name = await screen.findByRole('combobox', { name: 'Customer name' })
  fill('Customer name', 'cl')
  const list = within(await screen.findByRole('listbox', { name: 'Customers' }))
  expect(list.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Cleo King(208) 555-0100',
    'Cliff',
  ])
  expect(name.getAttribute('aria-expanded')).toBe('true')
  fireEvent.keyDown(name, { key: 'ArrowDown' })
  const active = list.getByRole('option', { selected: true })
  expect(name.getAttribute('aria-activedescendant')).toBe(active.id)
  fireEvent.keyDown(name, { key: 'Enter' })
  await waitFor(() => expect((field('Phone') as HTMLInputElement).value).toBe('(208) 555-0100'))
  expect((name as HTMLInputElement).value).toBe('Cleo King')
  expect((field('Email (for a confirmation)') as HTMLInputElement).value).toBe('cleo@example.com')
  expect(screen.queryByRole('listbox')).toBeNull()
  await text('Cleo King chosen')
})

test('one letter suggests nobody, and whoever was chosen is no choice any more once the name is changed', async () => {
  using dashboard = startDashboard()
  dashboard.respond(booking.listServices, { items: [aService(dashboard.business.id)] })
  dashboard.respond(booking.findSlots, { timeZone: dashboard.business.timeZone, items: [] })
  dashboard.respond(booking.listCustomers, { items: [cliff] })
  dashboard.open('board/new?day=2026-11-24')
  await screen.findByRole('combobox', { name: 'Customer name' })
  fill('Customer name', 'c')
  await new Promise((resolve) => setTimeout(resolve, 400)) // longer than the pause after which is searched
  expect(dashboard.received(booking.listCustomers)).toEqual([])
  fill('Customer name', 'cl')
  fireEvent.click(await screen.findByRole('option', { name: 'Cliff' }))
  await text('Cliff chosen')
  fill('Customer name', 'Clifford')
  await waitFor(() => expect(screen.queryByText('Cliff chosen')).toBeNull())
})

test('Escape closes the suggestions and not the sheet', async () => {
  using dashboard = startDashboard()
  dashboard.respond(booking.listServices, { items: [aService(dashboard.business.id)] })
  dashboard.respond(booking.findSlots, { timeZone: dashboard.business.timeZone, items: [] })
  dashboard.respond(booking.listCustomers, { items: [cliff] })
  dashboard.open('board/new?day=2026-11-24')
  const name = await screen.findByRole('combobox', { name: 'Customer name' })
  fill('Customer name', 'cl')
  await screen.findByRole('listbox')
  fireEvent.keyDown(name, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
  expect(dashboard.path()).toContain('/board/new')
  expect((name as HTMLInputElement).value).toBe('cl')
})

test('from the page of a customer a booking begins with all that is known', async () => {
  using dashboard = startDashboard()
  dashboard.respond(booking.listServices, { items: [aService(dashboard.business.id)] })
  dashboard.respond(booking.findSlots, { timeZone: dashboard.business.timeZone, items: [] })
  dashboard.respond(booking.readCustomer, details)
  dashboard.open(`board/new?customer=${cleo.id}`)
  const name = await screen.findByRole('combobox', { name: 'Customer name' })
  expect((name as HTMLInputElement).value).toBe('Cleo King')
})
