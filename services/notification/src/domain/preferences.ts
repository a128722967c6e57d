import {
  preferenceKinds,
  type NotificationPreference,
  type PreferenceKind,
} from '@buy-locals/contracts/notification/shapes'

import type { Notification } from './notifications.ts'

type Channel = NotificationPreference['channel']

/** What a member of a business is notified of, and the choice that it falls under. */
const kindsOf: Record<string, PreferenceKind> = {
  'booking-new': 'booking-new',
  'booking-moved': 'booking-moved',
  'booking-reassigned': 'booking-moved',
  'booking-cancelled-by-customer': 'booking-cancelled',
  'booking-cancelled-by-business': 'booking-cancelled',
  'complaint-filed': 'complaint',
  'complaint-decided': 'complaint',
  'review-new': 'review',
}

/** The choice that a notification falls under; undefined where nobody has one: what concerns a booker of themselves, and what an operator has to do. */
export const preferenceOf = ({ kind, to }: Pick<Notification, 'kind' | 'to'>): PreferenceKind | undefined =>
  'business' in to || 'calendar' in to ? kindsOf[kind] : undefined

/** Notifications of a business that a digest sums up. */
export const digestedKinds = Object.keys(kindsOf)

const isOnByDefault = (kind: PreferenceKind) => kind !== 'daily-digest'

/** All there are, with what the person has chosen. */
export const completePreferences = (chosen: readonly NotificationPreference[]): NotificationPreference[] =>
  preferenceKinds.flatMap((kind) =>
    (kind === 'daily-digest' ? (['mail'] as const) : (['mail', 'in-app'] as const)).map((channel) => ({
      kind,
      channel,
      enabled: isChosen(chosen, kind, channel) ?? isOnByDefault(kind),
    })),
  )

const isChosen = (chosen: readonly NotificationPreference[], kind: PreferenceKind, channel: Channel) =>
  chosen.find((one) => one.kind === kind && one.channel === channel)?.enabled
