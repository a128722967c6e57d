import { createHmac, randomInt } from 'node:crypto'

export const codeMinutes = 10
export const maxCodeTries = 5

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** For this person and number alone. */
export const hashCode = (secret: string, personId: string, code: string): string =>
  createHmac('sha256', `sms code ${secret}`).update(`${personId} ${code}`).digest('hex')
