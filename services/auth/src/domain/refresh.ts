import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'

/** Two tabs wake up at once and both send the token they have. */
const graceSeconds = 30

export type Presented = {
  expiresAt: Temporal.Instant
  replacedAt: Temporal.Instant | undefined
  sessionEndedAt: Temporal.Instant | undefined
}

/** `replaced`: what has just ended all sessions may have opened another one, whose cookies the browser then has by now. `reused`: the token was replaced long ago, so two parties have it and the session must end. */
export function judge(
  { expiresAt, replacedAt, sessionEndedAt }: Presented,
  now: Temporal.Instant,
): 'good' | 'ended' | 'replaced' | 'reused' {
  const isLongAgo = (at: Temporal.Instant) => isBefore(at.add({ seconds: graceSeconds }), now)
  if (sessionEndedAt && !isLongAgo(sessionEndedAt)) return 'replaced'
  if (sessionEndedAt || !isBefore(now, expiresAt)) return 'ended'
  if (replacedAt && isLongAgo(replacedAt)) return 'reused'
  return 'good'
}
