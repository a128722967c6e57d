import { hasOperatorRole } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import * as secondFactors from '../persistence/second-factors.ts'

export async function readSecondFactor({ db, operatorsNeedSecondFactor = false }: Deps, personId: Id<'person'>) {
  const since = await secondFactors.findOn(db, personId)
  const isRequired = operatorsNeedSecondFactor && (await hasOperatorRole(db, personId))
  if (!since) return { isOn: false, isRequired }
  const recoveryCodesLeft = await secondFactors.countRecoveryCodes(db, personId)
  return { isOn: true, since: toSecond(since), recoveryCodesLeft, isRequired }
}
