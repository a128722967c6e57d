import type { Output } from '@buy-locals/contracts/operation'
import type { sessionEnded } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { listDevices } from '@buy-locals/contracts/notification/operations'
import { maxDevices, type Device, type DevicePlatform } from '@buy-locals/contracts/notification/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Transaction } from 'kysely'
import type { Deps } from '../deps.ts'
import { deviceJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as devices from '../persistence/devices.ts'
import { forgetDevices } from '../steps/forget-devices.ts'

export async function readDevices(
  { db, pushMessages }: Pick<Deps, 'db' | 'pushMessages'>,
  personId: string,
): Promise<Output<typeof listDevices>> {
  const items = (await devices.ofPerson(db, personId)).map(present)
  return { isOffered: pushMessages !== undefined, isDemonstration: pushMessages?.isDemonstration ?? false, items }
}

const present = ({ id, platform, name, registeredAt, seenAt }: devices.Device): Device => ({
  ...{ id, platform, registeredAt: toSecond(registeredAt), seenAt: toSecond(seenAt) },
  ...(name !== null && { name }),
})

type Registration = {
  personId: Id<'person'>
  sessionId: string | undefined
  platform: DevicePlatform
  token: string
  name?: string | undefined
}

/** Apps do it at each start. A phone that somebody else registered before is theirs no more: they have signed out there, or sold it. */
export async function registerDevice(deps: Deps, { name, ...registration }: Registration): Promise<Device> {
  const { db, clock, pushMessages, throttle, deviceLimit } = deps
  const { personId, platform } = registration
  if (!pushMessages?.platforms.includes(platform))
    throw new Problem('notification/push-off', `No pushes are sent to ${platform} from here`)
  await throttle.consume('devices', personId, deviceLimit)
  const at = clock()
  return db.transaction().execute(async (tx) => {
    await devices.lock(tx, personId)
    const device = await devices.register(tx, { ...registration, name, at })
    await forgetDevices(deps, tx, await devices.removeBeyond(tx, personId, maxDevices))
    await schedule(tx, deviceJob, device.id, at, { deviceId: device.id })
    return present(device)
  })
}

export async function removeDevice(deps: Deps, personId: string, deviceId: string): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const removed = await devices.removeOwn(tx, personId, deviceId)
    if (removed.length === 0) throw new Problem('not-found', 'There is no such device')
    await forgetDevices(deps, tx, removed)
  })
}

/** Whoever was signed out somewhere gets no pushes there. */
export async function removeDevicesOfSessions(
  deps: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  events: readonly Envelope<DataOf<typeof sessionEnded>>[],
): Promise<void> {
  const sessions = events.map(({ data }) => data.sessionId)
  await forgetDevices(deps, tx, await devices.removeOfSessions(tx, sessions))
}
