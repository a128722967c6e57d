import { createTransport } from 'nodemailer'
import type { Mail, MailError } from '../mail.ts'

/** Through any SMTP server: `smtps://user:password@host:465`. */
export function smtpMail({ url, from }: { url: string; from: string }): Mail & { close(): void } {
  const transport = createTransport(url, { from })
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    send: async ({ id, attachments = [], ...message }) => {
      const sent = transport.sendMail({
        ...message,
        messageId: `<${id}@${domain}>`,
        attachments: attachments.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      await sent.catch((error: unknown) => {
        throw withoutAddress(error)
      })
    },
    close: () => transport.close(),
  }
}

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
