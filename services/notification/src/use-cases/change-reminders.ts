import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as reminderSettings from '../persistence/reminder-settings.ts'
import * as visits from '../persistence/visits.ts'
import { scheduleReminders } from '../steps/schedule-reminders.ts'

type Reminders = { minutesBefore: number[] }

export async function readReminders({ db }: Pick<Deps, 'db'>, businessId: Id<'business'>): Promise<Reminders> {
  return { minutesBefore: [...(await reminderSettings.findAll(db, [businessId]))(businessId)] }
}

/** Also for what is booked already. */
export async function changeReminders(
  deps: Pick<Deps, 'db' | 'clock'>,
  { businessId, minutesBefore }: { businessId: Id<'business'>; minutesBefore: number[] },
): Promise<Reminders> {
  await deps.db.transaction().execute(async (tx) => {
    await reminderSettings.save(tx, businessId, minutesBefore.toSorted((a, b) => b - a)) // prettier-ignore
    await scheduleReminders(deps, tx, await visits.listToCome(tx, businessId, deps.clock()))
  })
  return readReminders(deps, businessId)
}
