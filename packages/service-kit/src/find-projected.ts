import { setTimeout } from 'node:timers/promises'
import { Problem } from '@buy-locals/contracts/problem'
import { createdAt, type Id, type IdKind } from '@buy-locals/values/ids'
import { systemClock } from './clock.ts'

const recentMs = 24 * 3_600_000 // an event can stay in a queue as long as something there is broken
const clockSkewMs = 10_000 // between two machines; an id that is further ahead was made up

/** Created within a day, so that its event may still be on its way to this service. */
export function isRecent(id: Id<IdKind>): boolean {
  const age = systemClock().epochMilliseconds - createdAt(id)
  return age > -clockSkewMs && age < recentMs
}

/** Finds another service's thing in our projection. A recent id is waited for; an older one that is not there does not exist. */
export async function findProjected<T>(
  id: Id<IdKind>,
  find: () => Promise<T | undefined>,
  missing: (id: string) => Problem,
): Promise<T> {
  const found = await find()
  if (found !== undefined) return found
  if (isRecent(id)) return awaitProjection(find)
  throw missing(id)
}

/** Waits for an event that is still on its way; after two seconds the client is asked to retry. */
export async function awaitProjection<T>(
  find: () => Promise<T | undefined>,
  { seconds = 2 }: { seconds?: number } = {},
): Promise<T> {
  const until = performance.now() + seconds * 1_000
  for (let pause = 20; ; pause = Math.min(pause * 1.5, 200)) {
    const found = await find()
    if (found !== undefined) return found
    if (performance.now() + pause > until) break
    await setTimeout(pause)
  }
  throw new Problem('not-yet', 'Something this needs has just happened and is still on its way', { retryAfter: 1 })
}
