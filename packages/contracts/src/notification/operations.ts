import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { operation } from '../operation.ts'
import { cursor, limit, page } from '../shapes.ts'

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
  method: 'post',
  path: '/me/notifications/read',
  access: 'person',
  throttle: 'write',
  summary: 'Mark everything up to now as read',
  status: 204,
  problems: [],
})

export const readConfig = operation({
  service: 'notification',
  id: 'readConfig',
  method: 'get',
  path: '/config',
  access: 'anyone',
  throttle: 'read',
  summary: 'What a client needs to know of this server',
  status: 200,
  returns: z.object({
    realtime: z.object({ http: z.url(), ws: z.url() }),
    payments: z.object({
      mode: z.enum(['stripe', 'simulator', 'off']),
      publishableKey: z.string().optional(),
      /** Where the plainly labelled test card form confirms; absent with real payments. */
      apiBase: z.url().optional(),
    }),
    map: z.object({ style: z.string() }),
    minimumAppVersion: z.string(),
    demonstration: z.boolean(),
  }),
  problems: [],
  cacheSeconds: 60,
})
