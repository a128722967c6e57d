import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { operation } from '../operation.ts'
import { cursor, email, limit, page } from '../shapes.ts'
import { notificationPreference } from './shapes.ts'

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
