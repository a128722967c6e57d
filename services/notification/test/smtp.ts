import { smtpMail, type Patience } from '../src/adapters/smtp-mail.ts'
import { startSmtpServer, type Manners } from '../src/testing/smtp-server.ts'

/** A mail server that meets a recipient with the reply that `respond` gives, and a `mail` that sends through it. */
export async function startSmtp(
  respond: (recipient: string) => string,
  { patience, ...manners }: Manners & { patience?: Patience } = {},
) {
  const server = await startSmtpServer(respond, manners)
  const from = 'Buy Locals <hello@buylocals.example>'
  const mail = smtpMail({ url: server.url, from, ...(patience && { patience }) })
  const stop = server[Symbol.asyncDispose]
  return Object.assign(server, {
    mail,
    [Symbol.asyncDispose]: async () => {
      mail.close()
      await stop()
    },
  })
}
