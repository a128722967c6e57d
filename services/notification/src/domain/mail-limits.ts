/** What decides whether a mail may leave, besides what it says. */
export type Origin = {
  kind: string
  /** Whether the recipient has proven that the address is theirs. */
  isProven: boolean
  businessId?: string | undefined
  /** The business wrote the address down: a customer on the phone, somebody it invites. */
  isWrittenByBusiness: boolean
  businessStatus?: string | undefined
}

/** Mails in a day. */
export type MailLimits = {
  links: number
  toUnproven: number
  toProven: number
  writtenByBusiness: number
  ofBusinessToUnproven: number
}

/** A business that no operator has looked at, or that one has stopped, has nobody's trust: it sends no mail to whom it likes. */
export const isUnpublished = ({ isWrittenByBusiness, businessStatus }: Origin): boolean =>
  isWrittenByBusiness && ['draft', 'pending', 'suspended'].includes(businessStatus ?? '')

const links = ['verify-email', 'reset-password', 'invitation']

/** By what a mail is counted. Links to sign in by have a count of their own, so that they arrive whatever else does. */
export function countsOf(
  { kind, isProven, businessId, isWrittenByBusiness }: Origin,
  recipient: string,
  limits: MailLimits,
): { name: string; of: string; most: number }[] {
  const mailbox = toMailbox(recipient)
  const ofRecipient = links.includes(kind)
    ? { name: 'links', of: mailbox, most: limits.links }
    : isProven
      ? { name: 'proven', of: mailbox, most: limits.toProven }
      : { name: 'unproven', of: mailbox, most: limits.toUnproven }
  if (businessId === undefined || isProven) return [ofRecipient]
  const ofBusiness = { name: 'business', of: businessId, most: limits.ofBusinessToUnproven }
  const written = { name: 'written', of: businessId, most: limits.writtenByBusiness }
  return isWrittenByBusiness ? [ofRecipient, ofBusiness, written] : [ofRecipient, ofBusiness]
}

/** Where mails to an address with a tag arrive: `ada+shop@example.com` at `ada@example.com`. */
const toMailbox = (address: string) => address.replace(/\+[^@]*@/, '@')
