import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { nextDigest } from '../domain/digest.ts'
import { completePreferences, digestedKinds } from '../domain/preferences.ts'
import * as notifications from '../persistence/notifications.ts'
import * as people from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'
import { requestMails } from '../steps/request-mail.ts'

/** More would not be read. */
const mostShown = 50

/** What happened in the last day, in one mail; none where nothing did. Returns when the next one leaves, until it is turned off. */
export async function sendDigest(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: Id<'person'>,
): Promise<Temporal.Instant | void> {
  const now = clock()
  const chosen = completePreferences(await preferences.ofPerson(db, personId))
  if (!chosen.some(({ kind, enabled }) => kind === 'daily-digest' && enabled)) return
  const next = nextDigest(now, await people.findZone(db, personId))
  const since = now.subtract({ hours: 24 })
  const items = await notifications.listSince(db, { personId, since, kinds: digestedKinds, limit: mostShown })
  if (items.length > 0)
    await db.transaction().execute((tx) => {
      const about = { count: items.length }
      const request = {
        personId,
        kind: 'daily-digest',
        preference: 'daily-digest' as const,
        about,
        items,
        link: '/dashboard',
      }
      return requestMails(tx, [{ eventId: `digest ${next.toString()}`, at: now, request }])
    })
  return next
}
