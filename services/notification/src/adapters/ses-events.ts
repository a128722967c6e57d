import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { bounceOf, type Bounce } from '../domain/suppression.ts'
import type { MailEvent, MailEvents } from '../mail-events.ts'
import { parseJson, snsMessages } from './sns-messages.ts'

const recipients = z.array(z.object({ emailAddress: z.string().max(400), status: z.string().nullish() })).max(100)

/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html; `notificationType` is of feedback without a configuration set. */
const event = z.object({
  eventType: z.string().optional(),
  notificationType: z.string().optional(),
  mail: z.object({ messageId: z.string().max(200), timestamp: z.iso.datetime({ offset: true }) }),
  bounce: z
    .object({ bounceType: z.string(), bounceSubType: z.string().nullish(), bouncedRecipients: recipients })
    .optional(),
  delivery: z.object({ timestamp: z.iso.datetime({ offset: true }) }).optional(),
  complaint: z.object({ complaintFeedbackType: z.string().nullish(), complainedRecipients: recipients }).optional(),
})

type Settings = Parameters<typeof snsMessages>[0]

/** Deliveries, bounces and complaints of Amazon SES, by a topic of Amazon SNS. */
export function sesEvents(settings: Settings): MailEvents {
  const messages = snsMessages(settings)
  return {
    read: async (body) => {
      const text = await messages.read(body)
      return text === undefined ? undefined : toMailEvents(text)
    },
  }
}

/** A transient bounce is over some day, and one that SES could not make out says nothing. SES posts sentences too, when a topic is set up. */
function toMailEvents(text: string): MailEvent[] {
  const { data } = event.safeParse(parseJson(text))
  if (!data) return []
  const { bounce, complaint, delivery, mail, eventType, notificationType } = data
  const type = eventType ?? notificationType
  const ofMail = { reference: mail.messageId, mailedAt: Temporal.Instant.from(mail.timestamp) }
  if (type === 'Delivery' && delivery)
    return [{ reason: 'delivery', reference: mail.messageId, at: Temporal.Instant.from(delivery.timestamp) }]
  if (type === 'Bounce' && bounce?.bounceType === 'Permanent')
    return bounce.bouncedRecipients.map(({ emailAddress, status }) => ({
      ...ofMail,
      reason: 'bounce',
      bounce: toBounce(bounce.bounceSubType ?? '', status ?? undefined),
      address: toAddress(emailAddress),
    }))
  if (type === 'Complaint' && complaint && !noComplaints.includes(complaint.complaintFeedbackType ?? ''))
    return complaint.complainedRecipients.map(({ emailAddress }) => ({
      ...ofMail,
      reason: 'complaint',
      address: toAddress(emailAddress),
    }))
  return []
}

/** There is nobody, as the mailbox's server says or SES remembers. */
const certainSubTypes = ['NoEmail', 'Suppressed', 'OnAccountSuppressionList']

/** `General` is whatever else was refused for good, also our server or our text: there the server's own status alone says more. */
function toBounce(subType: string, status: string | undefined): Bounce | undefined {
  if (certainSubTypes.includes(subType)) return 'certain'
  if (subType === 'UnsubscribedRecipient') return undefined
  return bounceOf(status)
}

/** What servers report, and no reader (RFC 5965, RFC 6591). */
const noComplaints = ['not-spam', 'auth-failure', 'virus']

/** Some servers send it back with a name: `"Ada" <ada@example.com>`. */
const toAddress = (emailAddress: string): string => (/<([^<>]+)>\s*$/.exec(emailAddress)?.[1] ?? emailAddress).trim()
