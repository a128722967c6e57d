import { createTransport } from 'nodemailer'
import { cleanLine } from '@buy-locals/contracts/written-text'
import type { Mail, MailError } from '../mail.ts'

export type Patience = { connectMs: number; responseMs: number; mailMs: number }

/** Servers look into a mail before they take it, some for half a minute. The job keeps its lease meanwhile. */
const usualPatience: Patience = { connectMs: 10_000, responseMs: 60_000, mailMs: 90_000 }

const mailsAtOnce = 5

/** Through any SMTP server: `smtps://user:password@host:465`. A mail that fails is tried again by its job alone, never by the connection: what was sent before the answer was lost may have been taken. */
export function smtpMail({
  url,
  from,
  patience: { connectMs, responseMs, mailMs } = usualPatience,
}: {
  url: string
  from: string
  patience?: Patience
}): Mail & { close(): void } {
  const connections = {
    pool: true as const,
    maxConnections: mailsAtOnce,
    maxRequeues: 0,
    idleTimeout: 10_000,
    connectionTimeout: connectMs,
    dnsTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: responseMs,
    socketCloseTimeout: 1_000,
  }
  const transport = createTransport({ url, ...connections }, { from })
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    send: async ({ id, to, attachments = [], unsubscribe, ...message }) => {
      const sent = transport.sendMail({
        ...message,
        to: { name: '', address: to }, // as a text it could be a list
        messageId: `<${id}@${domain}>`,
        ...(unsubscribe && { headers: unsubscribeHeaders(unsubscribe) }),
        attachments: attachments.map(({ name, contentType, content }) => ({
          filename: cleanLine(name),
          contentType,
          content,
        })),
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(mailMs),
      })
      await sent.catch((error: unknown) => {
        throw withoutAddress(error)
      })
    },
    close: () => transport.close(),
  }
}

/** RFC 8058: a mail program posts there itself. The server that signs our mails (DKIM) has to cover both. */
const unsubscribeHeaders = (link: string) => ({
  'List-Unsubscribe': `<${link}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

type SmtpError = { code?: string; responseCode?: number; command?: string }

/** Servers repeat the address in their answers, and errors are logged: only the numbers are kept. */
function withoutAddress(error: unknown): MailError {
  const { code, responseCode, command = '' } = error as SmtpError
  const text = `The mail was not taken: ${responseCode ?? code ?? 'no code'}`
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA'
  return Object.assign(new Error(text), {
    code,
    responseCode,
    isPermanent: isAboutThisMail && (responseCode ?? 0) >= 500,
  })
}
