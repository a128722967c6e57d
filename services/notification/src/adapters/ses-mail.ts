import { SendEmailCommand, SESv2Client, type SESv2ClientConfig } from '@aws-sdk/client-sesv2'
import { createTransport } from 'nodemailer'
import type { Mail, MailError } from '../mail.ts'
import { mailError, toMailOptions } from './mail-options.ts'

type Options = {
  from: string
  connection: SESv2ClientConfig
  patience?: { connectMs: number; responseMs: number }
}

/** More than the lane of bulk mails sends at once. */
const mailsAtOnce = 5

/** Through Amazon SES, as a whole MIME message. The SDK never tries again by itself: SES takes no key of ours, and what was sent before the response was lost may have been taken. */
export function sesMail({ from, connection, patience = { connectMs: 10_000, responseMs: 60_000 } }: Options): Mail {
  const sesClient = new SESv2Client({
    ...connection,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: patience.connectMs,
      requestTimeout: patience.responseMs,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: mailsAtOnce },
      httpsAgent: { maxSockets: mailsAtOnce },
    },
  })
  const transport = createTransport({ SES: { sesClient, SendEmailCommand } })
  return {
    send: async (message) => {
      const sent = transport.sendMail(toMailOptions(message, from))
      const { response } = await sent.catch((error: unknown) => {
        throw toMailError(error)
      })
      return response
    },
    close: () => sesClient.destroy(),
  }
}

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html: what is wrong with this one mail. Whatever concerns the account, such as a limit or a suspension, is over some day. */
const permanentErrors = ['BadRequestException']

/** The connection was never there, or we have no key to sign with. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED']

type SesError = { name?: string; code?: string; $metadata?: { httpStatusCode?: number } }

function toMailError(error: unknown): MailError {
  const { name = 'Error', code, $metadata } = error as SesError
  const status = $metadata?.httpStatusCode
  const systemCode = code && /^[A-Z_]+$/.test(code) ? code : undefined
  return mailError({
    text: status ? `${status} ${name}` : (systemCode ?? name),
    code: systemCode ?? name,
    isPermanent: permanentErrors.includes(name),
    isPerhapsSent: status === undefined && !neverSent.includes(code ?? '') && name !== 'CredentialsProviderError',
  })
}
