import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import { lastId, readAll } from '@buy-locals/service-kit/read-all'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as devices from '../persistence/devices.ts'
import * as notifications from '../persistence/notifications.ts'
import * as people from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'

/** An owner is notified of reviews by others, whose names are theirs. */
export async function exportPerson({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<PersonExport> {
  const inbox = await readAll(async (before: string | undefined, limit) => {
    const found = await notifications.listPage(db, personId, limit, before)
    const items = found.map(({ about: { by: _, ...about }, ...notification }) => ({ ...notification, about }))
    return { items, next: lastId(found, limit) }
  }, exportLimit)
  const messages = await readAll(async (before: string | undefined, limit) => {
    const found = await deliveries.listOfPerson(db, personId, limit, before)
    return { items: found.map(({ id: _, ...message }) => message), next: lastId(found, limit) }
  }, exportLimit)
  return {
    address: await people.find(db, personId),
    notifications: inbox,
    messages,
    smsNumber: await smsNumbers.find(db, personId),
    devices: (await devices.ofPerson(db, personId)).map(({ address: _, ...device }) => device),
    preferences: await preferences.ofPerson(db, personId),
  }
}
