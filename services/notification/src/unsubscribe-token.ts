import { createHmac, timingSafeEqual } from 'node:crypto'
import { preferenceKind, type PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import { id, type Id } from '@buy-locals/values/ids'

/** Below the public address; the token follows. */
export const unsubscribePath = '/unsubscribe'

export type Subscription = { personId: Id<'person'>; kind: PreferenceKind }

/** It turns off this one kind for this one person, however late it is used, and opens nothing else. */
export const signSubscription = (
  secret: string,
  { personId, kind }: { personId: string; kind: PreferenceKind },
): string => `${kind}.${personId}.${sign(secret, `${kind} ${personId}`)}`

export function readSubscriptionToken(secret: string, token: string): Subscription | undefined {
  const [kind, personId, signature = ''] = token.split('.')
  const [expected, shown] = [sign(secret, `${kind} ${personId}`), signature].map((one) => Buffer.from(one))
  if (!expected || !shown || expected.length !== shown.length || !timingSafeEqual(expected, shown)) return undefined
  const read = { kind: preferenceKind.safeParse(kind).data, personId: id('person').safeParse(personId).data }
  return read.kind && read.personId ? { kind: read.kind, personId: read.personId } : undefined
}

const sign = (secret: string, text: string) =>
  createHmac('sha256', `unsubscribe ${secret}`).update(text).digest('base64url').slice(0, 22)
