import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import { Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { PersonRecord } from '../domain/person.ts'
import type { Database } from '../persistence/database.ts'
import * as emailLinks from '../persistence/email-links.ts'
import type { Device } from '../persistence/session-repository.ts'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'

type Tx = Transaction<Database>

const lifetimeHours: Record<emailLinks.LinkKind, number> = {
  ...{ 'verify-email': 72, 'reset-password': 1, 'change-email': 24 },
}

/** Makes a link and asks for it to be mailed. Returns its token, for the host that prints one. */
export async function sendEmailLink(
  tx: Tx,
  now: Temporal.Instant,
  kind: emailLinks.LinkKind,
  personId: Id<'person'>,
  newEmail?: string,
): Promise<string> {
  const token = newSecret()
  const expiresAt = now.add({ hours: lifetimeHours[kind] })
  await emailLinks.insert(tx, { hash: hashSecret(token), kind, personId, expiresAt, newEmail: newEmail ?? null })
  const version = now.epochMilliseconds
  const to = newEmail === undefined ? {} : { to: newEmail }
  await record(tx, now, linkRequested, personId, version, { kind, personId, token, version, ...to })
  return token
}

type Warning =
  | ('email-changed' | 'password-changed' | 'provider-linked' | 'provider-unlinked')
  | ('second-factor-on' | 'second-factor-off' | 'recovery-code-used')

/** Of a change that somebody else may have made: to the address that the person had. */
export async function sendWarning(
  tx: Tx,
  now: Temporal.Instant,
  kind: Warning,
  { id: personId, email: to }: Pick<PersonRecord, 'id' | 'email'>,
): Promise<void> {
  const version = now.epochMilliseconds
  await record(tx, now, linkRequested, personId, version, { kind, personId, to, version })
}

/** Somebody has signed in where this person never has: if it was not them, the mail is how they learn of it. */
export async function warnOfDevice(
  tx: Tx,
  now: Temporal.Instant,
  { id: personId, email: to }: Pick<PersonRecord, 'id' | 'email'>,
  { browser, system }: Device,
): Promise<void> {
  const version = now.epochMilliseconds
  const from = { ...(browser && { browser }), ...(system && { system }) }
  const sign = { kind: 'new-device' as const, personId, to, at: toSecond(now), ...from, version }
  await record(tx, now, linkRequested, personId, version, sign)
}

/** A link is good once; the older links of its kind end with it. */
export async function useEmailLink(
  tx: Tx,
  now: Temporal.Instant,
  kind: emailLinks.LinkKind,
  token: string,
): Promise<Id<'person'>> {
  const used = await findEmailLink(tx, now, kind, token)
  if (!used) throw linkInvalid()
  return used.personId
}

export const linkInvalid = (): Problem =>
  new Problem('auth/link-invalid', 'The link was used or is out of date; ask for a new one')

export async function findEmailLink(
  tx: Tx,
  now: Temporal.Instant,
  kind: emailLinks.LinkKind,
  token: string,
): Promise<emailLinks.Used | undefined> {
  const used = await emailLinks.use(tx, now, { hash: hashSecret(token), kind })
  if (used) await emailLinks.invalidate(tx, now, kind, used.personId)
  return used
}
