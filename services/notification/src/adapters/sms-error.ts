import type { SmsError } from '../sms.ts'

type Failure = Partial<Pick<SmsError, 'code' | 'status' | 'isPermanent' | 'isStopped'>> & { text: string }

/** Vendors repeat the number in what they say, and errors are logged: only codes are here. */
export const smsError = ({ text, code, status, isPermanent = false, isStopped = false }: Failure): SmsError =>
  Object.assign(new Error(`The SMS was not taken: ${text}`), { code, status, isPermanent, isStopped })
