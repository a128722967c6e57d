import type { Temporal } from 'temporal-polyfill'
import type { Bounce } from './domain/suppression.ts'

/** A mail that came back for good, or that its reader has reported as spam. */
export type MailFailure = ({ reason: 'bounce'; bounce: Bounce | undefined } | { reason: 'complaint' }) & {
  address: string
  /** The vendor's id of the mail. */
  reference: string
  /** When the vendor took the mail. */
  mailedAt: Temporal.Instant
}

/** Or one that the server of its reader has taken. */
export type MailEvent = MailFailure | { reason: 'delivery'; reference: string; at: Temporal.Instant }

/** What a vendor posts of mails that it has taken. */
export type MailEvents = {
  /** Undefined where it was somebody else who posted. */
  read(body: Buffer): Promise<readonly MailEvent[] | undefined>
}
