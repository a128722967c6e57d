import type { ErasedPerson } from '@buy-locals/service-kit/erasure'
import type { Deps } from '../deps.ts'
import * as calendars from '../persistence/calendars.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as devMails from '../persistence/dev-mails.ts'
import * as guestLinks from '../persistence/guest-links.ts'
import * as notifications from '../persistence/notifications.ts'
import * as people from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'

/** Inbox, mails and address, and the name in what others were notified of. */
export async function erasePerson({ db }: Pick<Deps, 'db'>, { personId }: ErasedPerson): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await notifications.erase(tx, personId)
    await deliveries.removeOfPerson(tx, personId)
    await guestLinks.removeOfPerson(tx, personId)
    await devMails.removeOfPerson(tx, personId)
    await calendars.unlink(tx, personId)
    await preferences.removeOfPerson(tx, personId)
    await people.remove(tx, personId)
  })
}
