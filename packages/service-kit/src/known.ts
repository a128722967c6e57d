import type { Problem } from '@buy-locals/contracts/problem'
import { createdAt, type Id, type IdKind } from '@buy-locals/values/ids'
import { awaitFact } from './await-fact.ts'
import { systemClock } from './clock.ts'

const aWhile = 60_000
const skew = 10_000 // clocks of two machines are not one; what is further ahead was made up

/** Made a moment ago, so that the news of it may still be on its way here. */
export function isYoung(id: Id<IdKind>): boolean {
  const age = systemClock().epochMilliseconds - createdAt(id)
  return age > -skew && age < aWhile
}

/** A thing of another service. What was made a moment ago is waited for; what is older and not known does not exist. */
export async function known<T>(
  id: Id<IdKind>,
  find: () => Promise<T | undefined>,
  missing: (id: string) => Problem,
): Promise<T> {
  const found = await find()
  if (found !== undefined) return found
  if (isYoung(id)) return awaitFact(find)
  throw missing(id)
}
