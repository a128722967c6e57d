import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as notifications from '../persistence/notifications.ts'
import * as people from '../persistence/people.ts'

/** An owner is notified of reviews by others, whose names are theirs. */
export async function exportPerson({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<PersonExport> {
  const inbox = await notifications.listPage(db, personId, exportLimit)
  return {
    address: await people.find(db, personId),
    notifications: inbox.map(({ about: { by: _, ...about }, ...notification }) => ({ ...notification, about })),
    mails: await deliveries.listOfPerson(db, personId, exportLimit),
  }
}
