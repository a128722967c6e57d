// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import {
  changeNotificationPreferences,
  confirmSmsNumber,
  listDevices,
  readMailAddress,
  readNotificationPreferences,
  readSmsNumber,
  registerDevice,
  removeDevice,
  removeSmsNumber,
  readSubscription,
  requestSmsNumber,
  resumeMail,
  unsubscribe,
} from '@buy-locals/contracts/notification/operations'
import { newId } from '@buy-locals/values/ids'
import type { NotificationPreference, SmsNumber } from '@buy-locals/contracts/notification/shapes'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { aPerson } from '@buy-locals/features/testing/examples'
import { errorOf, fill, press } from '@buy-locals/features/testing/acts'
import { heading, startSite, text } from './support'

const items: NotificationPreference[] = [
  { kind: 'review-invitation', channel: 'in-app', enabled: true },
  { kind: 'review-invitation', channel: 'mail', enabled: true },
  { kind: 'booking-news', channel: 'sms', enabled: true },
  { kind: 'booking-new', channel: 'mail', enabled: true },
]
const withPush: NotificationPreference[] = [...items, { kind: 'booking-news', channel: 'push', enabled: true }]

const noDevices = { isOffered: false, isDemonstration: false, items: [] }

test('a customer chooses what they are notified of, and reads what always comes', async () => {
  using site = await startSite({ me: aPerson() })
  site.respond(readNotificationPreferences, { items })
  site.respond(changeNotificationPreferences, { items })
  site.respond(readSmsNumber, { isOffered: false })
  site.respond(listDevices, noDevices)
  site.open('/notifications/settings')
  await heading('Notification settings')
  await text(/always come by email/)
  expect(screen.queryByText('New bookings'), 'that is chosen in the dashboard').toBeNull()
  expect(screen.queryByText('Text messages'), 'none are sent from here').toBeNull()
  screen.getByRole('checkbox', { name: 'Email' }).click()
  await text('Saved')
  await waitFor(() =>
    expect(site.received(changeNotificationPreferences)[0]?.body).toEqual({
      items: [{ kind: 'review-invitation', channel: 'mail', enabled: false }],
    }),
  )
})

test('whoever gets no mail reads why, and has the address tried again a few times a day', async () => {
  using site = await startSite({ me: aPerson({ email: 'cora@example.com' }) })
  site.respond(readNotificationPreferences, { items })
  site.respond(readSmsNumber, { isOffered: false })
  site.respond(listDevices, noDevices)
  site.respond(
    readMailAddress,
    { status: 'bounced' },
    { status: 'bounced' },
    { status: 'complained' },
    { status: 'active' },
  )
  site.respond(resumeMail, refuse('too-many-requests'), { status: 'active' })
  site.open('/notifications/settings')
  await text('Email doesn’t reach cora@example.com')
  press('Try this address again')
  await waitFor(() => expect(site.received(resumeMail)).toHaveLength(1))
  await screen.findByRole('alert')
  press('Try this address again')
  await text(/We sent an email to cora@example.com/)
  site.open('/notifications/settings')
  await text('You marked an email from us as spam')
  press('Get optional email again')
  await waitFor(() => expect(screen.queryByText('You marked an email from us as spam')).toBeNull())
})

const number = (status: SmsNumber['status']): SmsNumber => ({
  ...{ phone: '+12085550123', status, consentedAt: '2026-11-21T20:00:00Z', consentWording: 'Yes.' },
})
const sms = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Text message' })

type Own = { isOffered: boolean; number?: SmsNumber; sender?: string }

async function openWith(first: Own, ...later: Own[]) {
  const site = await startSite({ me: aPerson() })
  site.respond(readNotificationPreferences, { items })
  site.respond(readSmsNumber, first, ...later)
  site.respond(listDevices, noDevices)
  site.open('/notifications/settings')
  await heading('Notification settings')
  return site
}

test('a customer adds a number: what they agree to stands there and is sent as it was read, and the code is checked', async () => {
  using site = await openWith({ isOffered: true }, { isOffered: true, number: number('unconfirmed') }, { isOffered: true, number: number('active') }) // prettier-ignore
  site.respond(requestSmsNumber, { isOffered: true })
  site.respond(confirmSmsNumber, refuse('notification/code-wrong'), { isOffered: true })
  expect([sms().checked, sms().disabled], 'there is no number yet').toEqual([false, true])
  press('Text me a code')
  await text('Enter your mobile number')
  fill('Mobile number', '12')
  press('Text me a code')
  await expect.poll(() => errorOf('Mobile number')).toMatch(/phone number/)
  fill('Mobile number', '(208) 555-0123')
  press('Text me a code')
  await text(/6-digit code to \(208\) 555-0123/)
  const [{ body } = { body: undefined }] = site.received(requestSmsNumber)
  expect(body).toEqual({
    phone: '+12085550123',
    consent: { source: 'site', wording: expect.stringMatching(/Reply STOP to end them or HELP/) as string },
  })
  press('Confirm number')
  await text('Enter the 6 digits we sent you')
  fill('Code', '123 456')
  press('Confirm number')
  await text(/wrong or has expired/)
  press('Confirm number')
  await expect.poll(() => sms().checked).toBe(true)
  expect(site.received(confirmSmsNumber).at(-1)?.body).toEqual({ code: '123456' })
})

test('whoever has replied STOP reads how to begin again, and can remove the number', async () => {
  using site = await openWith({ isOffered: true, number: number('stopped'), sender: '+12085550100' }, { isOffered: true }) // prettier-ignore
  site.respond(removeSmsNumber, undefined)
  await text(/Text START to \(208\) 555-0100/)
  expect(sms().disabled).toBe(true)
  press('Remove number')
  await text(/^Get a text before a visit/)
})

const phone = { id: newId('device'), platform: 'ios' as const, registeredAt: '2026-11-20T20:00:00Z', seenAt: '2026-11-21T20:00:00Z' } // prettier-ignore

async function openDevices(...all: { isDemonstration: boolean; items: (typeof phone)[] }[]) {
  const site = await startSite({ me: aPerson() })
  site.respond(readNotificationPreferences, { items: withPush })
  site.respond(readSmsNumber, { isOffered: false })
  const [first = { isDemonstration: false, items: [] }, ...later] = all.map((one) => ({ isOffered: true, ...one }))
  site.respond(listDevices, { isOffered: true, ...first }, ...later)
  site.open('/notifications/settings')
  await heading('Notification settings')
  return site
}
const push = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Push' })

test('without a phone no push can be chosen, and the page says what to do', async () => {
  using site = await openDevices({ isDemonstration: false, items: [] })
  await text(/signed in to the Buy Locals app/)
  await text('Add a phone to get these.')
  expect([push().checked, push().disabled]).toEqual([false, true])
  expect(screen.queryByText('Add a demo phone')).toBeNull()
  expect(site.received(registerDevice)).toEqual([])
})

test('a phone that gets pushes is on the list, and can be removed', async () => {
  using site = await openDevices({ isDemonstration: false, items: [phone] }, { isDemonstration: false, items: [] })
  site.respond(removeDevice, undefined)
  expect([push().checked, push().disabled]).toEqual([true, false])
  await text('iPhone')
  screen.getByRole('button', { name: /^Remove phone: iPhone, / }).click()
  await expect.poll(() => push().disabled).toBe(true)
  expect(site.received(removeDevice)[0]?.params).toEqual({ deviceId: phone.id })
})

test('whoever tries the demonstration adds a phone whose pushes are in the dev inbox', async () => {
  using site = await openDevices({ isDemonstration: true, items: [] }, { isDemonstration: true, items: [phone] })
  site.respond(registerDevice, phone)
  press('Add a demo phone')
  await expect.poll(() => push().disabled).toBe(false)
  const [{ body } = { body: undefined }] = site.received(registerDevice)
  expect(body).toMatchObject({ platform: 'android', token: expect.stringMatching(/^demo-[\w-]{36}$/) as string })
  expect(screen.getByRole('link', { name: /dev inbox/ }).getAttribute('href')).toBe('/dev/inbox')
})

const unsubscribeToken = `reminder.${'per_'}${'0'.repeat(26)}.${'x'.repeat(22)}`

test('whoever opens the link at the end of a mail turns these mails off with one press, and not by opening it', async () => {
  using site = await startSite()
  site.respond(readSubscription, { kind: 'reminder', enabled: true })
  site.respond(unsubscribe, undefined)
  site.open(`/unsubscribe/${unsubscribeToken}`)
  await heading('Stop these emails')
  await text(/Reminders before a visit/)
  expect(site.received(unsubscribe)).toEqual([])
  press('Stop these emails')
  await heading('These emails are off')
  expect(site.received(unsubscribe)).toMatchObject([{ params: { token: unsubscribeToken } }])
})

test('a link that was changed says so', async () => {
  using site = await startSite()
  site.respond(readSubscription, refuse('not-found'))
  site.open(`/unsubscribe/${unsubscribeToken}`)
  await text(/Open it again from the email/)
  expect(screen.queryByRole('button', { name: 'Stop these emails' })).toBeNull()
})
