import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { OpenedWith } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { PersonRecord } from '../domain/person.ts'
import type { Database } from '../persistence/database.ts'
import * as sessions from '../persistence/session-repository.ts'
import type { SignedToken } from '../tokens.ts'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import { warnOfDevice } from './email-link.ts'

type Tx = Transaction<Database>

export type SignedIn = { person: PersonRecord; access: SignedToken; refreshToken: string }

/** `isOwn`: the person has been let in there before, or their account begins there. */
type SigningDevice = sessions.Device & { isOwn: boolean }

/** A new session with its first tokens, in the transaction of whatever lets the person in. Of a device that is not their own they are told, once they have proven to read what is mailed. */
export async function openSession(
  { tokens }: Pick<Deps, 'tokens'>,
  tx: Tx,
  person: PersonRecord,
  now: Temporal.Instant,
  { isOwn, ...device }: SigningDevice,
  openedWith: OpenedWith = 'password',
): Promise<SignedIn> {
  if (!isOwn && person.emailVerified) await warnOfDevice(tx, now, person, device)
  const sessionId = await sessions.insert(tx, person.id, { ...device, openedWith }, now)
  const access = await tokens.access(person.id, sessionId, isConfirmed(openedWith) ? now : undefined)
  return { person, access, refreshToken: await issueRefreshToken(tx, sessionId, now) }
}

/** By a second factor. */
const isConfirmed = (by: OpenedWith): boolean => by === 'code' || by === 'recovery-code'

export async function issueRefreshToken(tx: Tx, sessionId: Id<'session'>, now: Temporal.Instant): Promise<string> {
  const token = newSecret()
  await sessions.insertToken(tx, sessionId, hashSecret(token), now)
  return token
}
