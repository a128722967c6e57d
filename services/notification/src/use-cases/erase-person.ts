import type { ErasedPerson } from '@buy-locals/service-kit/erasure'
import type { Deps } from '../deps.ts'
import * as calendars from '../persistence/calendars.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as devMails from '../persistence/dev-mails.ts'
import * as devPushes from '../persistence/dev-pushes.ts'
import * as devSms from '../persistence/dev-sms.ts'
import * as devices from '../persistence/devices.ts'
import * as guestLinks from '../persistence/guest-links.ts'
import * as notifications from '../persistence/notifications.ts'
import * as people from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'
import * as shortLinks from '../persistence/short-links.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'
import * as visits from '../persistence/visits.ts'
import { forgetDevices } from '../steps/forget-devices.ts'

/** Inbox, mails, SMS, pushes, address, number and devices, also at the vendor, and the name in what others were notified of. */
export async function erasePerson(deps: Pick<Deps, 'db' | 'clock'>, { personId }: ErasedPerson): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await notifications.erase(tx, personId)
    await deliveries.removeOfPerson(tx, personId)
    await guestLinks.removeOfPerson(tx, personId)
    await devMails.removeOfPerson(tx, personId)
    await devSms.removeOfPerson(tx, personId)
    await devPushes.removeOfPerson(tx, personId)
    await forgetDevices(deps, tx, await devices.removeOfPerson(tx, personId))
    await shortLinks.removeOfPerson(tx, personId)
    await smsNumbers.remove(tx, personId)
    await visits.removeOfPerson(tx, personId)
    await calendars.unlink(tx, personId)
    await preferences.removeOfPerson(tx, personId)
    await people.remove(tx, personId)
  })
}
