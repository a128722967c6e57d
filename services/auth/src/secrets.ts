import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, fit for a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret that is random enough to need no salt. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
