import type { Temporal } from 'temporal-polyfill'

export type Sms = { id: string; to: string; text: string }

/** What fails is an `SmsError`. */
export type TextMessages = {
  /** Returns the vendor's id of it. */
  send(sms: Sms): Promise<string>
  /** The vendor's id of an SMS that was perhaps taken although its response was lost. Without it, sending the same id twice sends once. */
  find?(sms: Sms, since: Temporal.Instant): Promise<string | undefined>
  /** The vendor replies to STOP, START and HELP, and to the other keywords that it knows, by itself. */
  repliesToKeywords: boolean
  /** Where people text START, if they cannot reply. */
  sender?: string | undefined
  /** What the vendor has posted; undefined where it was somebody else. */
  readCallback?(path: string, body: string, signature: string | undefined): Record<string, string> | undefined
}

export type SmsError = Error & {
  /** Of the vendor. */
  code: number | undefined
  status: number | undefined
  /** Will never be taken. */
  isPermanent: boolean
  /** Its reader has sent STOP to the vendor. */
  isStopped: boolean
}

export const isSmsError = (error: unknown): error is SmsError => error instanceof Error && 'isStopped' in error

/** Where the vendor posts what became of an SMS. */
export const statusPath = '/v1/twilio/status'
