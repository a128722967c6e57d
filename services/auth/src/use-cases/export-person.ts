import type { PersonExport } from '@buy-locals/service-kit/export'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as acceptances from '../persistence/acceptances.ts'
import * as identities from '../persistence/identities.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import * as sessions from '../persistence/session-repository.ts'

export const exportPerson = async ({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<PersonExport> => ({
  person: await people.find(db, personId),
  accepted: await acceptances.listOfPerson(db, personId),
  memberships: await members.listOfPerson(db, personId),
  providers: await identities.listOfPerson(db, personId),
  secondFactorSince: await secondFactors.findOn(db, personId),
  sessions: await sessions.listOfPerson(db, personId),
})
