import { cleanLine } from '@buy-locals/contracts/plain-text'
import type { MailError, Message } from '../mail.ts'

/** What nodemailer makes a mail of, the same for every way to send it. */
export function toMailOptions({ id, to, attachments = [], unsubscribe, ...message }: Message, from: string) {
  checkRecipient(to)
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    ...message,
    from,
    to: { name: '', address: to }, // as a text it could be a list
    messageId: `<${id}@${domain}>`,
    ...(unsubscribe && { headers: unsubscribeHeaders(unsubscribe) }),
    attachments: attachments.map(({ name, contentType, content }) => ({ filename: cleanLine(name), contentType, content })), // prettier-ignore
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Whatever else stands there could add a recipient. */
export function checkRecipient(to: string): void {
  if (!isOneAddress.test(to)) throw mailError({ text: 'no address', isPermanent: true })
}

const isOneAddress = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/

/** RFC 8058: a mail program posts there itself. Whoever signs our mails (DKIM) has to cover both. */
const unsubscribeHeaders = (link: string) => ({
  'List-Unsubscribe': `<${link}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

type Failure = Partial<Pick<MailError, 'code' | 'responseCode' | 'isPermanent' | 'bounce' | 'isPerhapsSent'>> & {
  text: string
}

/** Servers repeat the address in their answers, and errors are logged: only names and numbers are given here. */
export const mailError = ({
  text,
  code,
  responseCode,
  isPermanent = false,
  bounce,
  isPerhapsSent = false,
}: Failure): MailError =>
  Object.assign(new Error(`The mail was not taken: ${text}`), {
    ...{ code, responseCode, isPermanent, bounce, isPerhapsSent },
  })
