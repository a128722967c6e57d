import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { bounceOf } from '../domain/suppression.ts'
import type { Mail, MailError } from '../mail.ts'
import { mailError, toMailOptions } from './mail-options.ts'

export type Patience = { connectMs: number; responseMs: number; mailMs: number }

/** Servers look into a mail before they take it, some for half a minute. The job keeps its lease meanwhile. */
const usualPatience: Patience = { connectMs: 10_000, responseMs: 60_000, mailMs: 90_000 }

/** More than the lane of bulk mails sends at once. */
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
  const transport = createTransport({ url, ...connections })
  /** By the signal of each mail. The library reads one only after the server has replied to DATA: until then nothing was handed over. */
  const letters = new WeakMap<AbortSignal, Readable>()
  transport.use('stream', ({ message, data: { signal } }, done) => {
    const create = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const letter = create(options)
      if (signal) letters.set(signal, letter)
      return letter
    }
    done()
  })
  return {
    send: async (message) => {
      const signal = AbortSignal.timeout(mailMs)
      await transport.sendMail({ ...toMailOptions(message, from), signal }).catch((error: unknown) => {
        throw toMailError(error, { isHandedOver: letters.get(signal)?.readableDidRead === true })
      })
    },
    close: () => transport.close(),
  }
}

type SmtpError = { code?: string; responseCode?: number; response?: string; command?: string }

/** A mail that is sent again has the same Message-ID, but few servers drop the second one for it. A server that has replied with an error has not taken it. */
function toMailError(error: unknown, { isHandedOver }: { isHandedOver: boolean }): MailError {
  const { code, responseCode, response = '', command = '' } = error as SmtpError
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA'
  const isPermanent = isAboutThisMail && (responseCode ?? 0) >= 500
  const bounce = isPermanent && command === 'RCPT TO' ? bounceOf(enhancedStatus.exec(response)?.[1]) : undefined
  const isPerhapsSent = isHandedOver && (responseCode ?? 0) < 400
  return mailError({ text: String(responseCode ?? code ?? 'no code'), code, responseCode, isPermanent, bounce, isPerhapsSent }) // prettier-ignore
}

/** It stands right behind the code of the reply (RFC 2034), some write a # before it; elsewhere such numbers are addresses or versions. */
const enhancedStatus = /^5\d\d[ -]#?(5\.\d{1,3}\.\d{1,3})(?![.\d])/
