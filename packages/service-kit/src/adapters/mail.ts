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

export type Mail = { send(message: Message): Promise<void> }

/** Through any SMTP server: `smtps://user:password@host:465`. */
export function smtpMail({ url, from }: { url: string; from: string }): Mail & { close(): void } {
  const transport = createTransport(url, { from })
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    send: async ({ id, attachments = [], ...message }) => {
      await transport.sendMail({
        ...message,
        messageId: `<${id}@${domain}>`,
        attachments: attachments.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}
