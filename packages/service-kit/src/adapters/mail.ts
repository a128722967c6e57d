import { createTransport } from 'nodemailer'

export type Attachment = { name: string; contentType: string; content: string }

export type Message = {
  /** Ours; the same message sent again has the same id. */
  id: string
  to: string
  subject: string
  text: string
  html?: string
  attachments?: readonly Attachment[]
}

/** What fails is a `MailError`. */
export type Mail = { send(message: Message): Promise<void> }

export type MailError = Error & {
  /** Of the library, such as ECONNECTION. */
  code: string | undefined
  /** Of the server, such as 550. */
  responseCode: number | undefined
  /** The server will never take this mail to this address. That it does not want us is another matter. */
  isFinal: boolean
}

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

export const isFinal = (error: unknown): boolean =>
  error instanceof Error && 'isFinal' in error && error.isFinal === true

type Answered = { code?: string; responseCode?: number; command?: string }

/** Servers repeat the address in what they say, and errors are logged: of theirs only the numbers are kept. */
function withoutAddress(error: unknown): MailError {
  const { code, responseCode, command = '' } = error as Answered
  const message = `The mail was not taken: ${responseCode ?? code ?? 'nobody knows why'}`
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA'
  return Object.assign(new Error(message), { code, responseCode, isFinal: isOfThisMail && (responseCode ?? 0) >= 500 })
}
