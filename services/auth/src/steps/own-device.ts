import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'

/** By the token that a browser has had since the person was let in there. */
export const isOwnDevice = async (
  { tokens }: Pick<Deps, 'tokens'>,
  deviceToken: string | undefined,
  personId: Id<'person'>,
): Promise<boolean> => deviceToken !== undefined && (await tokens.personOfDevice(deviceToken)) === personId
