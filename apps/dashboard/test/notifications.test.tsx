// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import {
  changeNotificationPreferences,
  changeReminders,
  listDevices,
  readNotificationPreferences,
  readReminders,
  readSmsNumber,
} from '@buy-locals/contracts/notification/operations'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { aMarket } from '@buy-locals/features/testing/examples'
import { heading, startDashboard, text } from './support'

const items: NotificationPreference[] = [
  { kind: 'booking-new', channel: 'mail', enabled: true },
  { kind: 'booking-new', channel: 'in-app', enabled: true },
  { kind: 'booking-new', channel: 'sms', enabled: true },
  { kind: 'booking-new', channel: 'push', enabled: true },
  { kind: 'daily-digest', channel: 'mail', enabled: false },
  { kind: 'review-reply', channel: 'in-app', enabled: true },
]

test('what somebody is notified of is chosen by kind and channel, and saved at once', async () => {
  using dashboard = startDashboard({ role: 'staff' })
  dashboard.respond(readNotificationPreferences, { items })
  dashboard.respond(changeNotificationPreferences, { items })
  dashboard.respond(readSmsNumber, { isOffered: true })
  dashboard.respond(listDevices, { isOffered: true, isDemonstration: false, items: [] })
  dashboard.open('notifications')
  await heading('Notification settings')
  const newBookings = await screen.findByText('New bookings')
  expect(newBookings).toBeTruthy()
  expect(screen.queryByText('Replies to your reviews'), 'customers choose that on the site').toBeNull()
  const [mail] = screen.getAllByRole('checkbox', { name: 'Email' })
  expect((mail as HTMLInputElement).checked).toBe(true)
  const sms = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Text message' })
  expect([sms.checked, sms.disabled], 'there is no number yet').toEqual([false, true])
  expect(screen.getByRole('link', { name: /^Add a phone number for texts/ }).getAttribute('href')).toMatch(
    /\/notifications\/settings$/,
  )
  const push = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Push' })
  expect([push.checked, push.disabled], 'there is no phone yet').toEqual([false, true])
  expect(screen.getByRole('link', { name: /^Add a phone for push notifications/ })).toBeTruthy()
  mail?.click()
  await text('Saved.')
  await waitFor(() =>
    expect(dashboard.received(changeNotificationPreferences).map(({ body }) => body)).toEqual([
      { items: [{ kind: 'booking-new', channel: 'mail', enabled: false }] },
    ]),
  )
})

for (const [locale, hint] of [
  ['en-US', /at 6\sPM\. None/],
  ['en-GB', /at 18:00\. None/],
  ['es-US', /a las 6\sp\.\s?m\. No llega/],
] as const)
  test(`${locale}: when the daily summary comes is written as the reader writes times`, async () => {
    using dashboard = startDashboard({ role: 'staff' })
    dashboard.respond(readMe, { ...dashboard.me, locale })
    dashboard.respond(readNotificationPreferences, { items })
    dashboard.respond(readSmsNumber, { isOffered: true })
    dashboard.respond(listDevices, { isOffered: true, isDemonstration: false, items: [] })
    dashboard.open('notifications')
    expect(await screen.findByText(hint)).toBeTruthy()
  })

test('a manager chooses when customers are reminded, three times at most; staff do not', async () => {
  using dashboard = startDashboard({ role: 'manager' })
  dashboard.respond(readNotificationPreferences, { items })
  dashboard.respond(readSmsNumber, { isOffered: true })
  dashboard.respond(listDevices, { isOffered: true, isDemonstration: false, items: [] })
  dashboard.respond(readReminders, { minutesBefore: [4320, 1440, 120] }, { minutesBefore: [4320, 1440] })
  dashboard.respond(changeReminders, { minutesBefore: [4320, 1440] })
  dashboard.open('notifications')
  await heading('Notification settings')
  const check = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name })
  expect([(await check('1 day before')).checked, (await check('1 hour before')).checked]).toEqual([true, false])
  ;(await check('30 minutes before')).click()
  await text('Choose 3 at most')
  expect(dashboard.received(changeReminders)).toEqual([])
  ;(await check('2 hours before')).click()
  await text('Saved.')
  expect(dashboard.received(changeReminders)[0]?.body).toEqual({ minutesBefore: [4320, 1440] })
})

test('an owner whose business was sent back or taken off reads why on the board', async () => {
  using dashboard = startDashboard({
    business: {
      status: 'suspended',
      decision: { outcome: 'suspended', reason: 'Complaints.', at: '2026-11-24T08:00:00Z' },
    },
  })
  const contact = { email: 'hello@boise.example' }
  dashboard.respond(listMarkets, { items: [aMarket({ id: dashboard.business.marketId, contact })] })
  dashboard.open('board')
  await text('Reason: Complaints.')
  const link = await screen.findByRole('link', { name: 'Questions? Write to hello@boise.example' })
  expect(link.getAttribute('href')).toBe('mailto:hello@boise.example')
})
