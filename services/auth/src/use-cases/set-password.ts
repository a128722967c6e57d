import { audit } from '@buy-locals/service-kit/audit'
import { hashSecret } from '@buy-locals/service-kit/secret'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import type { PersonRecord } from '../domain/person.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import { linkInvalid, sendEmailLink, sendWarning, useEmailLink } from '../steps/email-link.ts'
import { endAllSessions } from '../steps/end-session.ts'
import { savePerson } from '../steps/save-person.ts'
import { storePassword } from '../steps/store-password.ts'

/** The answer is the same for an address without an account, and there is no more than a mail now and then. */
export async function forgotPassword(deps: Deps, { email, ip }: { email: string; ip: string }): Promise<void> {
  const { db, clock, throttle, limits } = deps
  await consumeFrom(throttle, 'forgot-from', ip, limits.mailsFromOnePlace)
  await throttle.consume('forgot', email, limits.mailsToOneAddress)
  const person = await people.findByEmail(db, email)
  if (person?.kind === 'account') {
    await db.transaction().execute((tx) => sendEmailLink(tx, clock(), 'reset-password', person.id))
  }
}

type Command = { kind: emailLinks.LinkKind; token: string; password: string }

/** Whoever reads the mail owns the address: it is verified, and whoever had the account before is out. The former password opens nothing from then on; where the new one could not be stored, the link is good for the next try. */
export async function setPassword(deps: Deps, { kind, token, password }: Command): Promise<PersonRecord> {
  const { db, clock } = deps
  const now = clock()
  const hash = hashSecret(token)
  const { proven, closed, isKnown } = await db.transaction().execute(async (tx) => {
    const id = await useEmailLink(tx, now, kind, token)
    const person = await people.lock(tx, id)
    refuseGuessable(password, person)
    const isKnown = person.emailVerified && person.kind === 'account'
    const account = { ...person, kind: 'account', emailVerified: true } as const
    await emailLinks.invalidateAll(tx, now, id)
    await endAllSessions(tx, now, id)
    await secondFactors.dropUnconfirmed(tx, id)
    const closed = await people.closePassword(tx, id, hash)
    return { proven: isKnown ? person : await savePerson(tx, now, account), closed, isKnown }
  })
  const { id: personId } = proven
  const version = await storePassword(deps, {
    ...{ personId, password, closed },
    undo: (tx) => emailLinks.reopen(tx, { hash, kind }),
    async done(tx) {
      const at = clock()
      await audit(tx, at, { actor: personId, action: 'password.reset', subject: personId })
      if (isKnown) await sendWarning(tx, at, 'password-changed', proven)
    },
  })
  if (version === undefined) throw linkInvalid()
  return proven
}
