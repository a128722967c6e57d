import { z } from 'zod'

/** What a member of a business chooses to be notified of. A dispute, and what the operator decides of the business, always are. */
export const preferenceKinds = [
  'booking-new',
  'booking-moved',
  'booking-cancelled',
  'complaint',
  'review',
  'daily-digest',
] as const
export const preferenceKind = z.enum(preferenceKinds)
export type PreferenceKind = z.output<typeof preferenceKind>

export const notificationPreference = z
  .object({ kind: preferenceKind, channel: z.enum(['mail', 'in-app']), enabled: z.boolean() })
  .refine(({ kind, channel }) => kind !== 'daily-digest' || channel === 'mail', 'the digest is a mail')
  .meta({ id: 'NotificationPreference' })
export type NotificationPreference = z.output<typeof notificationPreference>
