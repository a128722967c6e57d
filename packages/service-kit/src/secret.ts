import { createHash, randomBytes } from 'node:crypto'

/** A token that nobody can guess, fit for a link: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of it; random enough to need no salt. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
