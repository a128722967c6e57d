import type { ErasedPerson } from '@buy-locals/service-kit/erasure'
import type { Deps } from '../deps.ts'
import * as bookings from '../persistence/bookings.ts'

/** The accounts stay, and name nobody. A link opens no receipt any more. */
export const erasePerson = ({ db }: Pick<Deps, 'db'>, { personId }: ErasedPerson): Promise<void> =>
  bookings.removeManageTokens(db, personId)
