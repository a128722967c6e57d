import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ProviderId } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from '../persistence/database.ts'
import * as identities from '../persistence/identities.ts'
import * as people from '../persistence/person-repository.ts'
import type { ProviderIdentity } from '../providers.ts'
import { sendWarning } from './email-link.ts'

type Link = Pick<ProviderIdentity, 'issuer' | 'subject'> & {
  provider: ProviderId
  personId: Id<'person'>
  /** That the provider has verified. */
  email: string
}

/** To link it again does nothing. */
export async function linkProvider(tx: Transaction<Database>, now: Temporal.Instant, link: Link): Promise<void> {
  const person = await people.lock(tx, link.personId)
  if (!(await identities.insert(tx, now, link))) {
    if ((await identities.findPerson(tx, link)) === person.id) return
    throw new Problem('auth/provider-taken', 'It is linked to another account, or this account to another one there')
  }
  await audit(tx, now, { actor: person.id, action: `provider.linked ${link.provider}`, subject: person.id })
  await sendWarning(tx, now, 'provider-linked', person)
}
