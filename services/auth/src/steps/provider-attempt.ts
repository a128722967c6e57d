import { z } from 'zod'
import { Temporal } from 'temporal-polyfill'
import { providerId } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { decrypt, encrypt } from '@buy-locals/service-kit/encryption'
import { id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'

const minutes = 15

const stored = z.object({
  provider: providerId,
  ...{ state: z.string(), nonce: z.string(), verifier: z.string() },
  /** Who links the provider to their account; whoever signs in is nobody yet. */
  personId: id('person').optional(),
  /** Of theirs, when it began: what a replaced one began links nothing. */
  passwordVersion: z.number().optional(),
  /** Where they wanted to go. */
  to: z.string(),
  expiresAt: z.string(),
})
export type StoredAttempt = z.output<typeof stored>

/** For a cookie of the browser in which it began: an answer of the provider is good in no other. */
export const storeAttempt = (
  { factorSecret, clock }: Pick<Deps, 'factorSecret' | 'clock'>,
  attempt: Omit<StoredAttempt, 'expiresAt'>,
): string => write(factorSecret, 'attempt', { ...attempt, expiresAt: clock().add({ minutes }).toString() })

export const readAttempt = (deps: Pick<Deps, 'factorSecret' | 'clock'>, text: string | undefined): StoredAttempt =>
  read(deps, 'attempt', stored, text)

const unlinked = z.object({
  provider: providerId,
  ...{ issuer: z.string(), subject: z.string(), email: z.string() },
  personId: id('person'),
  to: z.string(),
  expiresAt: z.string(),
})
export type Unlinked = z.output<typeof unlinked>

/** For whoever has an account with the address that the provider has verified, until they have shown its password. */
export const storeUnlinked = (
  { factorSecret, clock }: Pick<Deps, 'factorSecret' | 'clock'>,
  identity: Omit<Unlinked, 'expiresAt'>,
): string => write(factorSecret, 'unlinked', { ...identity, expiresAt: clock().add({ minutes }).toString() })

export const readUnlinked = (deps: Pick<Deps, 'factorSecret' | 'clock'>, text: string): Unlinked =>
  read(deps, 'unlinked', unlinked, text)

/** Fit for a cookie as it is. */
const write = (secret: string, use: string, value: object) =>
  Buffer.from(encrypt(`${use} ${secret}`, JSON.stringify(value)), 'base64').toString('base64url')

function read<T extends { expiresAt: string }>(
  { factorSecret, clock }: Pick<Deps, 'factorSecret' | 'clock'>,
  use: string,
  shape: z.ZodType<T>,
  text: string | undefined,
): T {
  const value = text === undefined ? undefined : decryptOrNothing(`${use} ${factorSecret}`, text)
  if (value === undefined) throw outdated()
  const parsed = shape.parse(JSON.parse(value))
  if (!isBefore(clock(), Temporal.Instant.from(parsed.expiresAt))) throw outdated()
  return parsed
}

/** What was not written here, or was changed, is as if it were not there. */
function decryptOrNothing(secret: string, text: string): string | undefined {
  try {
    return decrypt(secret, text)
  } catch {
    return undefined
  }
}

const outdated = () =>
  new Problem('auth/provider-refused', 'That took too long, or began in another browser: try again')
