import { isOnUntilChosen, type PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import type { Deps } from '../deps.ts'
import type { Person } from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'
import * as unsubscribedAddresses from '../persistence/unsubscribed-addresses.ts'

/** Whether mails of this kind come to the person. A guest, who is a person of one booking, has turned them off for the address. */
export async function isSubscribed(
  { db, linkSecret }: Pick<Deps, 'db' | 'linkSecret'>,
  { personId, kind }: { personId: string; kind: PreferenceKind },
  { isGuest, email }: Pick<Person, 'isGuest' | 'email'>,
): Promise<boolean> {
  if (isGuest) return !(await unsubscribedAddresses.has(db, linkSecret, { email, kind }))
  const chosen = await preferences.findAll(db, [personId])
  return chosen.get(`${personId} ${kind} mail`) ?? isOnUntilChosen(kind, 'mail')
}
