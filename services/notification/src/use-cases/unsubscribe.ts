import type { PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/people.ts'
import * as preferences from '../persistence/preferences.ts'
import * as unsubscribedAddresses from '../persistence/unsubscribed-addresses.ts'
import { isSubscribed } from '../steps/is-subscribed.ts'
import { readSubscriptionToken, type Subscription } from '../unsubscribe-token.ts'

type Used = Pick<Deps, 'db' | 'clock' | 'linkSecret'>

/** Whether mails of this kind still come to whoever has the link. */
export async function readSubscription(deps: Used, token: string): Promise<{ kind: PreferenceKind; enabled: boolean }> {
  const subscription = openToken(deps, token)
  const person = await people.find(deps.db, subscription.personId)
  const enabled = person !== undefined && (await isSubscribed(deps, subscription, person))
  return { kind: subscription.kind, enabled }
}

/** Turns off mails of one kind, without a session. Again and again it is the same; of whoever was erased nothing is written. */
export async function unsubscribe(deps: Used, token: string): Promise<void> {
  const { db, clock, linkSecret } = deps
  const { kind, personId } = openToken(deps, token)
  await db.transaction().execute(async (tx) => {
    const person = await people.find(tx, personId)
    if (!person) return
    if (person.isGuest) await unsubscribedAddresses.insert(tx, linkSecret, { email: person.email, kind, at: clock() })
    else await preferences.save(tx, personId, [{ kind, channel: 'mail', enabled: false }])
  })
}

function openToken({ linkSecret }: Pick<Used, 'linkSecret'>, token: string): Subscription {
  const subscription = readSubscriptionToken(linkSecret, token)
  if (!subscription) throw new Problem('not-found', 'There is no such thing')
  return subscription
}
