// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { listMembers } from '@buy-locals/contracts/auth/operations'
import { addStaff, changeStaff, findBookingsOutsideHours, listStaff } from '@buy-locals/contracts/booking/operations'
import { changeHours } from '@buy-locals/contracts/business/operations'
import { newId } from '@buy-locals/values/ids'
import { errorOf, field, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBooking, aStaffMember } from '@buy-locals/features/testing/examples'
import { heading, startDashboard, text } from './support'

const day = (name: string) => within(screen.getByRole('group', { name }))
const weekdays = (opens: string, closes: string) =>
  ([1, 2, 3, 4, 5] as const).map((weekday) => ({ day: weekday, opens, closes }))

test('a person is added with a name, a title, their member and hours of their own', async () => {
  using dashboard = startDashboard()
  const personId = newId('person')
  const member = { personId, email: 'ben@example.com', name: 'Ben', role: 'staff', status: 'active' } as const
  dashboard.respond(listMembers, { items: [member] })
  dashboard.respond(addStaff, aStaffMember(dashboard.business.id))
  dashboard.open('staff/new')
  await screen.findByLabelText('Name')
  fill('Name', 'Ben')
  fill('Job title', 'Barber')
  fill('Linked login', personId)
  tick('Custom hours')
  fill('Monday, opens', '12:00')
  press('Remove 9 AM – 5 PM on Friday')
  press('Save')
  await text('Saved.')
  await heading('Team')
  const [monday, ...rest] = weekdays('09:00', '17:00').slice(0, 4)
  expect(dashboard.received(addStaff)[0]?.body).toEqual({
    name: 'Ben',
    title: 'Barber',
    personId,
    hours: { weekly: [{ ...monday, opens: '12:00' }, ...rest], special: [] },
  })
})

test('somebody who works whenever the business is open has no hours of their own', async () => {
  using dashboard = startDashboard()
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(addStaff, aStaffMember(dashboard.business.id))
  dashboard.open('staff/new')
  await screen.findByLabelText('Name')
  press('Save')
  await text('Enter a name')
  expect(errorOf('Name')).toBe('Enter a name')
  fill('Name', 'Ana')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(addStaff).map(({ body }) => body)).toEqual([{ name: 'Ana' }])
})

test('what is taken away from a person is really taken away', async () => {
  using dashboard = startDashboard()
  const hours = { weekly: weekdays('10:00', '14:00'), special: [] }
  const ana = aStaffMember(dashboard.business.id, { title: 'Barber', hours })
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(listStaff, { items: [ana] })
  dashboard.respond(changeStaff, { ...ana, version: 3 })
  dashboard.open(`staff/${ana.id}`)
  await heading('Edit Ana')
  fill('Job title', '')
  tick('Custom hours')
  tick('Can be booked')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(changeStaff)).toMatchObject([
    { ifMatch: '"2"', body: { name: 'Ana', title: null, personId: null, hours: null, active: false } },
  ])
})

test('when somebody else has changed a person meanwhile, their name and hours can be taken', async () => {
  using dashboard = startDashboard()
  const ana = aStaffMember(dashboard.business.id)
  const hours = { weekly: weekdays('10:00', '14:00'), special: [] }
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(listStaff, { items: [ana] }, { items: [{ ...ana, name: 'Ana Moreno', hours, version: 7 }] })
  dashboard.respond(changeStaff, refuse('stale'), { ...ana, version: 8 })
  dashboard.open(`staff/${ana.id}`)
  await heading('Edit Ana')
  fill('Name', 'Anna')
  press('Save')
  await text('Someone else changed this while you were editing')
  press('Use theirs')
  await screen.findByDisplayValue('Ana Moreno')
  expect(field('Tuesday, opens').value).toBe('10:00')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(changeStaff)[1]).toMatchObject({ ifMatch: '"7"', body: { name: 'Ana Moreno', hours } })
})

test('the whole week and the special days are saved together', async () => {
  using dashboard = startDashboard()
  dashboard.respond(changeHours, dashboard.business)
  dashboard.open('hours')
  await heading('Hours')
  fill('Monday, closes', '12:00')
  press('Add hours, Monday')
  press('Copy to…, Monday')
  press('Copy')
  press('Add hours, Saturday')
  fill('Saturday, closes', '00:00')
  press('Add special hours')
  fill('First day', '2026-11-26')
  fill('Last day', '2026-11-27')
  fill('Note', 'Thanksgiving')
  press('Save')
  await text('Hours saved.')
  const morningAndAfternoon = (weekday: number) => [
    { day: weekday, opens: '09:00', closes: '12:00' },
    { day: weekday, opens: '13:00', closes: '16:00' },
  ]
  expect(dashboard.received(changeHours)[0]?.body).toEqual({
    weekly: [...[1, 2, 3, 4, 5].flatMap(morningAndAfternoon), { day: 6, opens: '09:00', closes: '24:00' }],
    special: ['2026-11-26', '2026-11-27'].map((date) => ({ date, closed: true, note: 'Thanksgiving' })),
  })
})

test('leaving hours that were changed asks first, and leaving saved ones does not', async () => {
  using dashboard = startDashboard()
  dashboard.respond(changeHours, dashboard.business)
  dashboard.open('hours')
  await heading('Hours')
  fill('Monday, closes', '12:00')
  const leave = () => fireEvent.click(screen.getAllByRole('link', { name: 'Team' })[0]!)
  leave()
  const leaving = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }))
  press('Keep editing', leaving)
  expect(field('Monday, closes').value).toBe('12:00')
  press('Save')
  await text('Hours saved.')
  leave()
  await heading('Team')
})

test('two shifts that overlap are not saved, and the page names their day', async () => {
  using dashboard = startDashboard({ business: { hours: { weekly: [], special: [] } } })
  dashboard.open('hours')
  await heading('Hours')
  press('Add hours, Tuesday')
  press('Add hours, Tuesday')
  const [, second] = day('Tuesday').getAllByLabelText('Tuesday, opens')
  fireEvent.change(second!, { target: { value: '16:00' } })
  press('Save')
  const overlap = 'The hours on Tuesday overlap. End the first before the second starts.'
  await text(overlap)
  expect(document.activeElement, 'where it can be mended').toBe(second)
  expect(second!.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(second!.getAttribute('aria-describedby')!)?.textContent).toBe(overlap)
  expect(dashboard.received(changeHours)).toEqual([])
  fireEvent.change(second!, { target: { value: '17:00' } })
  expect(screen.queryByText(overlap), 'they may be right now').toBeNull()
})

test('a special day with other hours keeps them, and one without a date is not saved', async () => {
  using dashboard = startDashboard()
  dashboard.respond(changeHours, dashboard.business)
  dashboard.open('hours')
  await heading('Hours')
  press('Add special hours')
  tick('Closed on this date')
  press('Save')
  await waitFor(() => expect(errorOf('First day')).toBe('Choose a date for each special day'))
  fill('First day', '2026-12-24')
  fill('Thu, Dec 24, 2026, closes', '13:00')
  press('Save')
  await text('Hours saved.')
  expect(dashboard.received(changeHours)[0]?.body.special).toEqual([
    { date: '2026-12-24', opens: '09:00', closes: '13:00' },
  ])
})

test('closing over bookings names those that stand in it, of the business and of one person', async () => {
  using dashboard = startDashboard()
  const { business } = dashboard
  const stands = { ...aBooking(business.id), customer: { name: 'Cleo' } }
  const ana = aStaffMember(business.id)
  dashboard.respond(changeHours, business)
  dashboard.respond(listMembers, { items: [] })
  dashboard.respond(listStaff, { items: [ana] })
  dashboard.respond(changeStaff, { ...ana, active: false, version: 3 })
  dashboard.respond(findBookingsOutsideHours, { count: 2, items: [stands] })
  dashboard.open('hours')
  await heading('Hours')
  press('Save')
  await text('2 bookings are outside these hours')
  await text('And 1 more.')
  const link = screen.getByRole('link', { name: /Cleo, Haircut/ }).getAttribute('href')
  expect(link).toContain(`/board/bookings/${stands.id}?day=${stands.localStart.slice(0, 10)}`)
  cleanup()
  dashboard.open(`staff/${ana.id}`)
  await heading('Edit Ana')
  tick('Can be booked')
  press('Save')
  await text('2 upcoming bookings are kept')
  expect(dashboard.received(findBookingsOutsideHours).map(({ body }) => body)).toEqual([
    business.hours,
    { weekly: [], special: [], staffId: ana.id },
  ])
})
