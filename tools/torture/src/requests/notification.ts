import { createHmac } from 'node:crypto'
import * as api from '@buy-locals/contracts/notification/operations'
import { hashCode } from '@buy-locals/notification/sms-code'
import * as devices from '@buy-locals/notification/persistence/devices'
import * as smsNumbers from '@buy-locals/notification/persistence/sms-numbers'
import { hashPhone } from '@buy-locals/notification/persistence/stopped-numbers'
import { bounceOf } from '@buy-locals/notification/testing/sns-topic'
import { signSubscription } from '@buy-locals/notification/unsubscribe-token'
import { newId, type Id } from '@buy-locals/values/ids'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import { twilioForTests } from '../twilio.ts'
import { bookingParams } from './booking.ts'
import { accountOf } from './callers.ts'
import { apiRequest, type ApiRequest, type RequestMakers } from './request.ts'

const consent = { source: 'site', wording: 'Text me about my bookings.' } as const
let count = 0
const newPhone = () => `+1208555${String(1_000 + (count++ % 9_000))}`

const newDevice = () => ({ platform: 'android' as const, token: `torture-${'0'.repeat(32)}-${count++}`, name: 'Phone' })

export const notificationRequests: RequestMakers = {
  mailBookingLinks: async () => apiRequest(api.mailBookingLinks, { body: { email: 'gwen@example.com' } }),
  listNotifications: async () => apiRequest(api.listNotifications, { query: { limit: 5 } }),
  readNotificationPreferences: async () => apiRequest(api.readNotificationPreferences, {}),
  changeNotificationPreferences: async () =>
    apiRequest(api.changeNotificationPreferences, {
      body: { items: [{ kind: 'review', channel: 'mail', enabled: true }] },
    }),
  readSubscription: async (markets) => apiRequest(api.readSubscription, { params: { token: subscriptionOf(markets) } }),
  unsubscribe: async (markets) => apiRequest(api.unsubscribe, { params: { token: subscriptionOf(markets) } }),
  markNotificationsRead: async () => apiRequest(api.markNotificationsRead, {}),
  readReminders: async (_, { shop }) => apiRequest(api.readReminders, { params: { businessId: shop.id } }),
  changeReminders: async (_, { shop }) =>
    apiRequest(api.changeReminders, { params: { businessId: shop.id }, body: { minutesBefore: [1440, 120] } }),
  readSmsNumber: async () => apiRequest(api.readSmsNumber, {}),
  requestSmsNumber: async () => apiRequest(api.requestSmsNumber, { body: { phone: newPhone(), consent } }),
  confirmSmsNumber: async (markets, _, caller) => {
    const code = '123456'
    await requestNumber(markets, accountOf(markets.people, caller).id, code)
    return apiRequest(api.confirmSmsNumber, { body: { code } })
  },
  removeSmsNumber: async () => apiRequest(api.removeSmsNumber, {}),
  listDevices: async () => apiRequest(api.listDevices, {}),
  registerDevice: async () => apiRequest(api.registerDevice, { body: newDevice() }),
  removeDevice: async ({ running, people }, _, caller) => {
    const { db, clock } = running.composed.notification
    const personId = accountOf(people, caller).id
    const device = { ...newDevice(), personId, sessionId: undefined, at: clock() }
    const { id: deviceId } = await db.transaction().execute((tx) => devices.register(tx, device))
    return apiRequest(api.removeDevice, { params: { deviceId } })
  },
  readMailAddress: async () => apiRequest(api.readMailAddress, {}),
  resumeMail: async () => apiRequest(api.resumeMail, {}),
  readCustomerMail: async ({ bookings }, subject) =>
    apiRequest(api.readCustomerMail, {
      params: { businessId: subject.shop.id, ...bookingParams(bookings.paid(subject)).params },
    }),
  receiveMailEvents: async ({ mailTopic }) => {
    const body = JSON.stringify(mailTopic.post({ Message: bounceOf({ address: `nobody.${count++}@example.com` }) }))
    const headers = { 'content-type': 'text/plain; charset=UTF-8' }
    return { operation: api.receiveMailEvents, params: {}, query: {}, body, headers }
  },
  receiveTwilioSms: async ({ running }) =>
    signed(running.publicUrl, api.receiveTwilioSms, {}, { From: newPhone(), Body: 'Hello' }),
  receiveTwilioStatus: async ({ running }) =>
    signed(running.publicUrl, api.receiveTwilioStatus, { delivery: newId('notification') }, { MessageStatus: 'sent' }),
}

/** As in a mail to the consumer. */
const subscriptionOf = ({ running, people }: TwoMarkets): string =>
  signSubscription(running.composed.notification.linkSecret, {
    personId: people.consumer.id,
    kind: 'review-invitation',
  })

/** As though that code had been texted. */
async function requestNumber({ running }: TwoMarkets, personId: Id<'person'>, code: string): Promise<void> {
  const { db, clock, linkSecret } = running.composed.notification
  const phone = newPhone()
  await db.transaction().execute((tx) =>
    smsNumbers.request(tx, {
      ...{ personId, phone, phoneHash: hashPhone(linkSecret, phone), consent, at: clock() },
      codeHash: hashCode(linkSecret, personId, code),
    }),
  )
}

type TwilioOperation = typeof api.receiveTwilioSms | typeof api.receiveTwilioStatus

/** As Twilio signs it: the address, and every name with its value in order. */
function signed(
  publicUrl: string,
  operation: TwilioOperation,
  query: Record<string, string>,
  params: Record<string, string>,
): ApiRequest {
  const search = new URLSearchParams(query).toString()
  const address = `${publicUrl}/v1${operation.path}${search && `?${search}`}`
  const names = Object.keys(params).toSorted((a, b) => (a < b ? -1 : 1))
  const text = address + names.map((name) => name + params[name]).join('')
  const signature = createHmac('sha1', twilioForTests.TWILIO_AUTH_TOKEN).update(text).digest('base64')
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature }
  return { operation, params: {}, query, body: new URLSearchParams(params).toString(), headers }
}
