import { Problem } from '@buy-locals/contracts/problem'
import type { MailAddress } from '@buy-locals/contracts/notification/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/people.ts'
import * as suppressedAddresses from '../persistence/suppressed-addresses.ts'
import { hashAddress } from '../persistence/unsubscribed-addresses.ts'
import { requestMails } from '../steps/request-mail.ts'

type Used = Pick<Deps, 'db' | 'linkSecret'>

/** Whether mails to the person's own address arrive. */
export async function readMailAddress({ db, linkSecret }: Used, personId: Id<'person'>): Promise<MailAddress> {
  const person = await people.find(db, personId)
  const reasons = person ? await suppressedAddresses.findReasons(db, hashAddress(linkSecret, person.email)) : []
  if (reasons.includes('bounce')) return { status: 'bounced' }
  return { status: reasons.includes('complaint') ? 'complained' : 'active' }
}

/** The address is tried again, with a mail that says so. If that comes back, everything is as before. */
export async function resumeMail(
  deps: Used & Pick<Deps, 'clock' | 'throttle' | 'resumeLimit'>,
  personId: Id<'person'>,
): Promise<MailAddress> {
  const { db, clock, linkSecret, throttle, resumeLimit: limit } = deps
  const person = await people.find(db, personId)
  if (!person) throw new Problem('not-found', 'There is no such thing')
  if ((await readMailAddress(deps, personId)).status === 'active') return { status: 'active' }
  const addressHash = hashAddress(linkSecret, person.email)
  await throttle.consumeAll([
    { name: 'resumed-mail', key: personId, limit },
    { name: 'resumed-mail-to', key: addressHash, limit },
  ])
  const at = clock()
  await db.transaction().execute(async (tx) => {
    const lifted = await suppressedAddresses.lift(tx, addressHash, ['bounce', 'complaint'], at)
    const request = { personId, kind: 'mail-check', about: {}, link: '/account' }
    if (lifted.includes('bounce')) await requestMails(tx, [{ eventId: newId('event'), at, request }])
  })
  return readMailAddress(deps, personId)
}
