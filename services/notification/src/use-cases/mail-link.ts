import type { Kysely, Transaction } from 'kysely'
import type { linkRequested } from '@buy-locals/contracts/auth/events'
import type { manageLinkIssued } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/businesses.ts'
import * as guestLinks from '../persistence/guest-links.ts'
import * as people from '../persistence/people.ts'
import type { Database } from '../persistence/database.ts'
import { requestMails } from '../steps/request-mail.ts'

const pages = {
  'verify-email': '/verify-email',
  'reset-password': '/reset-password',
  'change-email': '/verify-email',
  invitation: '/dashboard/join',
  'export-ready': '/account',
  ...{ 'email-changed': '/forgot-password', 'password-changed': '/forgot-password' },
  ...{ 'provider-linked': '/forgot-password', 'provider-unlinked': '/forgot-password' },
  ...{ 'new-device': '/forgot-password', 'second-factor-on': '/forgot-password' },
  ...{ 'second-factor-off': '/forgot-password', 'recovery-code-used': '/forgot-password' },
} as const

/** Of an earlier release: it waits to be sent. */
const pagesWithoutToken: Partial<Record<keyof typeof pages, string>> = { invitation: '/sign-up?to=/dashboard' }

export async function mailEmailLink(
  { clock }: Deps,
  tx: Transaction<Database>,
  { id, data: { kind, personId, to, token, businessId, at, browser, system } }: Envelope<DataOf<typeof linkRequested>>,
): Promise<void> {
  const business = businessId && (await businesses.findName(tx, businessId))
  const link = token ? `${pages[kind]}#${token}` : (pagesWithoutToken[kind] ?? pages[kind])
  const signIn = at && {
    ...{ start: at, timeZone: (await people.findZone(tx, personId)) ?? 'UTC' },
    ...(browser && { browser }),
    ...(system && { system }),
  }
  const request = {
    ...(to && { to }),
    ...{ personId, kind, about: { ...(business && { business }), ...signIn }, link },
    ...(businessId && { businessId, isWrittenByBusiness: true }),
  }
  await requestMails(tx, [{ eventId: id, at: clock(), request }])
}

/** It opens every mail about the booking, the first of which is sent for the same booking. */
export const keepManageLinks = (
  { linkSecret }: Pick<Deps, 'linkSecret'>,
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof manageLinkIssued>>[],
): Promise<void> =>
  guestLinks.insert(
    db,
    linkSecret,
    events.map(({ data }) => data),
  )
