import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { scheduleOnce } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { nextDigest } from '../domain/digest.ts'
import { completePreferences, offeredChannels } from '../domain/preferences.ts'
import { digestJob } from '../jobs.ts'
import * as people from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'

type Command = { personId: Id<'person'>; items: NotificationPreference[] }

export async function changePreferences(
  { db, clock, ...vendors }: Pick<Deps, 'db' | 'clock' | 'sms' | 'pushMessages'>,
  { personId, items }: Command,
): Promise<NotificationPreference[]> {
  return db.transaction().execute(async (tx) => {
    await preferences.save(tx, personId, items)
    if (items.some(({ kind, enabled }) => kind === 'daily-digest' && enabled)) {
      const zone = await people.findZone(tx, personId)
      await scheduleOnce(tx, digestJob, personId, nextDigest(clock(), zone), { personId })
    }
    return completePreferences(await preferences.ofPerson(tx, personId), offeredChannels(vendors))
  })
}
