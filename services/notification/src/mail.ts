import type { Bounce } from './domain/suppression.ts'

export type Attachment = { name: string; contentType: string; content: string }

export type Message = {
  /** Ours; the same message sent again has the same id. */
  id: string
  to: string
  /** Whom it names, beside whoever gets it. */
  names?: string | undefined
  subject: string
  text: string
  html?: string
  attachments?: readonly Attachment[]
  /** Where one press turns off mails of this kind (RFC 8058). */
  unsubscribe?: string | undefined
}

/** What fails is a `MailError`. */
export type Mail = {
  /** Returns the vendor's id of it, where it says later what became of the mail. */
  send(message: Message): Promise<string | void>
  /** The same id sent twice is one mail: it is never perhaps sent. */
  sendsOnce?: true
  /** Ends its connections. */
  close?(): void
}

export type MailError = Error & {
  /** Of the library, such as ECONNECTION. */
  code: string | undefined
  /** Of the server, such as 550. */
  responseCode: number | undefined
  /** The server will never take this mail to this address. A server that refuses the sender says nothing of the address. */
  isPermanent: boolean
  /** Nor, perhaps, any other mail. */
  bounce: Bounce | undefined
  /** The response was lost, and the vendor does not know a mail that is sent twice. */
  isPerhapsSent: boolean
}

export const isPerhapsSent = (error: unknown): boolean =>
  error instanceof Error && 'isPerhapsSent' in error && error.isPerhapsSent === true

export const findBounce = (error: unknown): Bounce | undefined =>
  error instanceof Error && 'bounce' in error ? (error as MailError).bounce : undefined

export const isPermanentFailure = (error: unknown): boolean =>
  error instanceof Error && 'isPermanent' in error && error.isPermanent === true
