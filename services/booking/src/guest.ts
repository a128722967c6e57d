import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits that nobody can guess; only their hash is kept. */
export const newManageToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const opens = (token: string | undefined, hash: string | undefined): boolean =>
  token !== undefined && hash !== undefined && timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash))
