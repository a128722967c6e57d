import { siteLink } from '../server/server-url'

type Opened = { kind?: string | undefined; link?: string | undefined }

/** Which screen of a booking a kind is about. The others are about all of it. */
const screens: Partial<Record<string, string>> = {
  'message-from-business': '/messages',
  'message-kept': '/messages',
  'message-removed': '/messages',
  'own-message-removed': '/messages',
  'booking-completed': '/review',
  'review-replied': '/review',
  'own-review-removed': '/review',
}

/** Where a business has written messages to read. */
const ownerScreens: Partial<Record<string, string>> = {
  'message-from-customer': '?screen=messages',
  'message-kept': '?screen=messages',
  'message-removed': '?screen=messages',
  'own-message-removed': '?screen=messages',
}

/** Where a notification leads from the inbox, and from a push, which brings the whole address. What the app has no screen for is a page of the site. */
export function routeOfNotification({ kind = '', link }: Opened): string | undefined {
  if (!link) return undefined
  const path = link.replace(/^https?:\/\/[^/]+/, '')
  if (/^\/bookings\/bkg_\w+$/.test(path)) return path + (screens[kind] ?? '')
  if (/^\/dashboard\/bookings\/bkg_\w+$/.test(path)) return path + (ownerScreens[kind] ?? '')
  return /^\/(b|bookings)\//.test(path) ? path : siteLink(path)
}
