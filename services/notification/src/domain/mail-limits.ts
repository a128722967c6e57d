/** What decides whether a mail may leave, besides what it says. */
export type Origin = {
  kind: string
  /** Whether the recipient has proven that the address is theirs. */
  isProven: boolean
  /** The last mail to the address came back. */
  isBounced?: boolean
  businessId?: string | undefined
  /** The business wrote the address down: a customer on the phone, somebody it invites. */
  isWrittenByBusiness: boolean
  businessStatus?: string | undefined
}

/** Of messages in a day. */
export type Count = { name: string; of: string; most: number }

/** Mails in a day. */
export type MailLimits = {
  links: number
  listingReports: number
  toUnproven: number
  toBounced: number
  toProven: number
  writtenByBusiness: number
  ofBusinessToUnproven: number
}

/** A business that no operator has looked at, or that one has stopped, has nobody's trust: it sends no mail to whom it likes. */
export const isUnpublished = ({ isWrittenByBusiness, businessStatus }: Origin): boolean =>
  isWrittenByBusiness && ['draft', 'pending', 'suspended'].includes(businessStatus ?? '')

const links = [
  ...['verify-email', 'reset-password', 'change-email', 'invitation', 'booking-links'],
  ...['email-changed', 'password-changed', 'second-factor-on', 'second-factor-off', 'recovery-code-used'],
  ...['provider-linked', 'provider-unlinked'],
]

/** By what a mail is counted. */
export function countsOf(origin: Origin, recipient: string, limits: MailLimits): Count[] {
  const { isProven, isBounced = false, businessId, isWrittenByBusiness } = origin
  const of = toMailbox(recipient)
  const ofRecipient = [
    { ...countOfRecipient(origin, limits), of },
    ...(isBounced ? [{ name: 'bounced', of, most: limits.toBounced }] : []),
  ]
  if (businessId === undefined || isProven) return ofRecipient
  const ofBusiness = { name: 'business', of: businessId, most: limits.ofBusinessToUnproven }
  const written = { name: 'written', of: businessId, most: limits.writtenByBusiness }
  return isWrittenByBusiness ? [...ofRecipient, ofBusiness, written] : [...ofRecipient, ofBusiness]
}

/** Links to sign in by have a count of their own, so that they arrive whatever else does. So have warnings of sign-ins, and reports of listings and messages, which anybody makes: they use up nothing that other mails need. */
function countOfRecipient({ kind, isProven }: Origin, limits: MailLimits): { name: string; most: number } {
  if (links.includes(kind)) return { name: 'links', most: limits.links }
  if (kind === 'new-device') return { name: 'sign-ins', most: limits.links }
  if (kind === 'listing-reported' || kind === 'message-reported')
    return { name: 'listing-reports', most: limits.listingReports }
  return isProven ? { name: 'proven', most: limits.toProven } : { name: 'unproven', most: limits.toUnproven }
}

/** Where mails to an address with a tag arrive: `ada+shop@example.com` at `ada@example.com`. */
const toMailbox = (address: string) => address.replace(/\+[^@]*@/, '@')
