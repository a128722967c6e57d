import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'

/** Two tabs wake up at once and both send the token they have. */
const graceSeconds = 30

export type Presented = {
  expiresAt: Temporal.Instant
  replacedAt: Temporal.Instant | undefined
  sessionEndedAt: Temporal.Instant | undefined
}

/** `reused`: the token was replaced long ago, so two parties have it and the session must end. */
export function judge(
  { expiresAt, replacedAt, sessionEndedAt }: Presented,
  now: Temporal.Instant,
): 'good' | 'ended' | 'reused' {
  if (sessionEndedAt || !isBefore(now, expiresAt)) return 'ended'
  if (replacedAt && isBefore(replacedAt.add({ seconds: graceSeconds }), now)) return 'reused'
  return 'good'
}
