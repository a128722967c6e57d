import type { Deps } from '../deps.ts'
import * as devices from '../persistence/devices.ts'
import { isPushError } from '../push-messages.ts'

type ReachDeps = Pick<Deps, 'db' | 'pushMessages'>

/** Makes the vendor reach a device that was registered here, also one that it had given up. */
export async function reachDevice({ db, pushMessages }: ReachDeps, deviceId: string): Promise<void> {
  const device = await devices.find(db, deviceId)
  if (!device || !pushMessages?.platforms.includes(device.platform)) return
  const address = await pushMessages.register(device).catch(async (error: unknown) => {
    if (!isPushError(error) || !error.isGone) throw error
    await db.transaction().execute((tx) => devices.remove(tx, deviceId)) // no such device, the vendor says
    return undefined
  })
  if (address === undefined) return
  const isStillThere = await devices.setAddress(db, deviceId, address)
  if (!isStillThere) await forgetDevice({ db, pushMessages }, address)
}

/** Unless somebody has registered it again in the meantime. */
export async function forgetDevice({ db, pushMessages }: ReachDeps, address: string): Promise<void> {
  if (await devices.isReached(db, address)) return
  await pushMessages?.remove(address)
}
