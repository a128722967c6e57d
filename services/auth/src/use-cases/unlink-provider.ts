import type { ProviderId } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as identities from '../persistence/identities.ts'
import * as people from '../persistence/person-repository.ts'
import { sendWarning } from '../steps/email-link.ts'

type Unlink = { personId: Id<'person'>; provider: ProviderId }

/** Whoever has no password then signs in by a mailed link to set one. */
export async function unlinkProvider({ db, clock }: Deps, { personId, provider }: Unlink): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await identities.remove(tx, personId, provider))) throw new Problem('not-found', 'It is not linked')
    const now = clock()
    await audit(tx, now, { actor: personId, action: `provider.unlinked ${provider}`, subject: personId })
    await sendWarning(tx, now, 'provider-unlinked', await people.findOrRefuse(tx, personId))
  })
}
