import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { operation } from '../operation.ts'
import { cursor, email, limit, page, phone } from '../shapes.ts'
import {
  device,
  deviceRegistration,
  mailAddress,
  notificationPreference,
  preferenceKind,
  reminders,
  smsConsent,
  smsNumber,
} from './shapes.ts'

/** What happened, for the reader's own words: the client words `kind` with `about`. */
export const notification = z
  .object({
    id: id('notification'),
    kind: z.string().max(60),
    about: z.record(z.string(), z.union([z.string(), z.number()])),
    /** Where in the product it leads. */
    link: z.string().optional(),
    at: instant,
    readAt: instant.optional(),
  })
  .meta({ id: 'Notification' })

export const listNotifications = operation({
  service: 'notification',
  id: 'listNotifications',
  title: 'List my notifications',
  method: 'get',
  path: '/me/notifications',
  access: 'person',
  throttle: 'read',
  summary: 'My inbox, the newest first',
  query: z.object({ limit, cursor: cursor.optional() }),
  status: 200,
  returns: page(notification).extend({ unread: z.int() }),
  problems: [],
})

export const markNotificationsRead = operation({
  service: 'notification',
  id: 'markNotificationsRead',
  title: 'Mark notifications read',
  method: 'post',
  path: '/me/notifications/read',
  access: 'person',
  throttle: 'write',
  summary: 'Mark everything up to now as read',
  status: 204,
  problems: [],
})

export const mailBookingLinks = operation({
  service: 'notification',
  id: 'mailBookingLinks',
  title: 'Find bookings by mail',
  method: 'post',
  path: '/bookings/links',
  access: 'anyone',
  throttle: 'identity',
  summary: 'Mail a guest the way to their bookings; answers the same whether or not there are any',
  body: z.object({ email }),
  status: 202,
  problems: ['too-many-requests'],
})

const preferences = z.object({ items: z.array(notificationPreference).max(40) })

export const readNotificationPreferences = operation({
  service: 'notification',
  id: 'readNotificationPreferences',
  title: 'Read notification preferences',
  method: 'get',
  path: '/me/notification-preferences',
  access: 'person',
  throttle: 'read',
  summary: 'What I choose to be notified of, as a customer and as a member of a business, by kind and channel',
  status: 200,
  returns: preferences,
  problems: [],
})

export const changeNotificationPreferences = operation({
  service: 'notification',
  id: 'changeNotificationPreferences',
  title: 'Change notification preferences',
  method: 'put',
  path: '/me/notification-preferences',
  access: 'person',
  throttle: 'write',
  summary: 'Choose what I am notified of; what is not named stays as it is',
  body: preferences,
  status: 200,
  returns: preferences,
  problems: [],
})

/** In every mail of a kind that its reader chooses. */
const subscriptionToken = z.object({ token: z.string().regex(/^[a-z-]{3,30}\.per_[0-9a-z]{26}\.[\w-]{22}$/) })

export const readSubscription = operation({
  service: 'notification',
  id: 'readSubscription',
  title: 'Read an unsubscribe link',
  method: 'get',
  path: '/subscriptions/:token',
  access: 'anyone',
  throttle: 'identity',
  summary: 'Which mails the link at the end of a mail turns off, and whether they still come; changes nothing',
  params: subscriptionToken,
  status: 200,
  returns: z.object({ kind: preferenceKind, enabled: z.boolean() }),
  problems: ['not-found'],
})

export const unsubscribe = operation({
  service: 'notification',
  id: 'unsubscribe',
  title: 'Unsubscribe by link',
  method: 'delete',
  path: '/subscriptions/:token',
  access: 'anyone',
  throttle: 'identity',
  summary: 'Turn off the mails that the link is in, and no others; without a session, for guests too',
  params: subscriptionToken,
  status: 204,
  problems: ['not-found'],
})

export const readMailAddress = operation({
  service: 'notification',
  id: 'readMailAddress',
  title: 'Read whether mail arrives',
  method: 'get',
  path: '/me/mail-address',
  access: 'person',
  throttle: 'read',
  summary: 'Whether mails to my address arrive, come back, or were reported as spam',
  status: 200,
  returns: mailAddress,
  problems: [],
})

export const resumeMail = operation({
  service: 'notification',
  id: 'resumeMail',
  title: 'Get mail again',
  method: 'post',
  path: '/me/mail-address/resumption',
  access: 'person',
  throttle: 'identity',
  summary: 'Try my address again; where mails came back, one is sent there at once',
  status: 200,
  returns: mailAddress,
  problems: ['too-many-requests'],
})

export const readCustomerMail = operation({
  service: 'notification',
  id: 'readCustomerMail',
  title: "Check a customer's mail",
  method: 'get',
  path: '/businesses/:businessId/bookings/:bookingId/customer-mail',
  access: 'staff',
  throttle: 'read',
  summary: 'Whether mails to the customer of a visit to come are returned as undeliverable',
  params: z.object({ businessId: id('business'), bookingId: id('booking') }),
  status: 200,
  returns: z.object({ bounces: z.boolean() }),
  problems: [],
})

/** Without a number nobody is texted. Where none is offered, no SMS are sent from this server. */
const ownSmsNumber = z.object({
  isOffered: z.boolean(),
  /** Where START is texted to. */
  sender: z.string().optional(),
  number: smsNumber.optional(),
})

export const readSmsNumber = operation({
  service: 'notification',
  id: 'readSmsNumber',
  title: 'Read my SMS number',
  method: 'get',
  path: '/me/sms-number',
  access: 'person',
  throttle: 'read',
  summary: 'Where I am texted, and what I agreed to',
  status: 200,
  returns: ownSmsNumber,
  problems: [],
})

export const requestSmsNumber = operation({
  service: 'notification',
  id: 'requestSmsNumber',
  title: 'Set my SMS number',
  sensitive: true,
  method: 'put',
  path: '/me/sms-number',
  access: 'person',
  throttle: 'identity',
  summary: 'Agree to be texted at a number; a code is texted there, and nothing else until it is confirmed',
  body: z.object({ phone, consent: smsConsent }),
  status: 200,
  returns: ownSmsNumber,
  problems: ['too-many-requests', 'notification/sms-off'],
})

export const confirmSmsNumber = operation({
  service: 'notification',
  id: 'confirmSmsNumber',
  title: 'Confirm my SMS number',
  method: 'post',
  path: '/me/sms-number/confirmation',
  access: 'person',
  throttle: 'identity',
  summary: 'Show the code that was texted',
  body: z.object({ code: z.string().regex(/^\d{6}$/, 'six digits') }),
  status: 200,
  returns: ownSmsNumber,
  problems: ['notification/code-wrong'],
})

export const removeSmsNumber = operation({
  service: 'notification',
  id: 'removeSmsNumber',
  title: 'Remove my SMS number',
  method: 'delete',
  path: '/me/sms-number',
  access: 'person',
  throttle: 'write',
  summary: 'No more SMS, and the number is forgotten',
  status: 204,
  problems: [],
})

export const listDevices = operation({
  service: 'notification',
  id: 'listDevices',
  title: 'List my devices',
  method: 'get',
  path: '/me/devices',
  access: 'person',
  throttle: 'read',
  summary: 'The phones on which I get pushes, the one seen last first',
  status: 200,
  returns: z.object({
    isOffered: z.boolean(),
    /** Pushes stay on this server, where whoever tries it can read them. */
    isDemonstration: z.boolean(),
    items: z.array(device),
  }),
  problems: [],
})

export const registerDevice = operation({
  service: 'notification',
  id: 'registerDevice',
  title: 'Register a device',
  sensitive: true,
  method: 'post',
  path: '/me/devices',
  access: 'person',
  throttle: 'write',
  summary:
    'Get pushes on this phone, for as long as this session; apps do it at each start. A phone is of whoever registered it last',
  body: deviceRegistration,
  status: 201,
  returns: device,
  problems: ['too-many-requests', 'notification/push-off'],
})

export const removeDevice = operation({
  service: 'notification',
  id: 'removeDevice',
  title: 'Remove a device',
  method: 'delete',
  path: '/me/devices/:deviceId',
  access: 'person',
  throttle: 'write',
  summary: 'No more pushes on this phone',
  params: z.object({ deviceId: id('device') }),
  status: 204,
  problems: ['not-found'],
})

const fromTwilio = {
  service: 'notification',
  method: 'post',
  access: 'machine',
  throttle: 'machine',
  raw: true,
  status: 204,
  problems: ['notification/signature', 'notification/sms-off', 'too-large'],
} as const

export const receiveTwilioSms = operation({
  ...fromTwilio,
  id: 'receiveTwilioSms',
  title: 'Receive an SMS',
  path: '/twilio/sms',
  summary: 'What a phone has texted to us: STOP, START and HELP, signed by Twilio',
})

export const receiveTwilioStatus = operation({
  ...fromTwilio,
  id: 'receiveTwilioStatus',
  title: 'Receive an SMS state',
  path: '/twilio/status',
  summary: 'What has become of an SMS, signed by Twilio',
  query: z.object({ delivery: id('notification') }),
})

export const receiveMailEvents = operation({
  service: 'notification',
  id: 'receiveMailEvents',
  title: 'Receive mail outcomes',
  method: 'post',
  path: '/mail-events',
  access: 'machine',
  throttle: 'machine',
  raw: true,
  summary: 'Bounces and complaints of Amazon SES, posted and signed by Amazon SNS',
  status: 204,
  problems: ['notification/signature', 'notification/mail-events-off', 'too-large'],
})

const ofBusiness = z.object({ businessId: id('business') })

export const readReminders = operation({
  service: 'notification',
  id: 'readReminders',
  title: 'Read reminder times',
  method: 'get',
  path: '/businesses/:businessId/reminders',
  access: 'staff',
  throttle: 'read',
  summary: 'How long before a visit its customer is reminded',
  params: ofBusiness,
  status: 200,
  returns: reminders,
  problems: [],
})

export const changeReminders = operation({
  service: 'notification',
  id: 'changeReminders',
  title: 'Set reminder times',
  method: 'put',
  path: '/businesses/:businessId/reminders',
  access: 'manager',
  throttle: 'write',
  summary: 'When customers are reminded, also of what is booked already; no times, no reminders',
  params: ofBusiness,
  body: reminders,
  status: 200,
  returns: reminders,
  problems: [],
})
