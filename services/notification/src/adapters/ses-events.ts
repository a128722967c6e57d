import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MailEvent, MailEvents } from '../mail-events.ts'
import { parseJson, snsMessages } from './sns-messages.ts'

const recipients = z.array(z.object({ emailAddress: z.string().max(400) })).max(100)

/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html; `notificationType` is of feedback without a configuration set. */
const event = z.object({
  eventType: z.string().optional(),
  notificationType: z.string().optional(),
  mail: z.object({ messageId: z.string().max(200), timestamp: z.iso.datetime({ offset: true }) }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }).optional(),
  complaint: z.object({ complaintFeedbackType: z.string().nullish(), complainedRecipients: recipients }).optional(),
})

type Settings = Parameters<typeof snsMessages>[0]

/** Bounces and complaints of Amazon SES, by a topic of Amazon SNS. */
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
  const { bounce, complaint, mail, eventType, notificationType } = data
  const type = eventType ?? notificationType
  const ofMail = { reference: mail.messageId, mailedAt: Temporal.Instant.from(mail.timestamp) }
  if (type === 'Bounce' && bounce?.bounceType === 'Permanent')
    return [{ reason: 'bounce', addresses: bounce.bouncedRecipients.map(toAddress), ...ofMail }]
  if (type === 'Complaint' && complaint && complaint.complaintFeedbackType !== 'not-spam')
    return [{ reason: 'complaint', addresses: complaint.complainedRecipients.map(toAddress), ...ofMail }]
  return []
}

/** Some servers send it back with a name: `"Ada" <ada@example.com>`. */
const toAddress = ({ emailAddress }: { emailAddress: string }): string =>
  (/<([^<>]+)>\s*$/.exec(emailAddress)?.[1] ?? emailAddress).trim()
