import type { Copy } from './copy-rows.ts'
import { schemas, type Plan } from './plan.ts'
import { at, dayMs, idAt } from './world.ts'

/** People and who belongs where: every business has an owner of its own. */
export function* rowsOfPeople({ world, ids, ours, consumerId, nameOf, email, nowMs }: Plan): Generator<Copy> {
  const { businesses } = world
  const sessionOf = (n: number) => idAt('ses', nowMs - 40 * dayMs, n)
  yield { table: 'auth.people', from: 1, count: world.people, like: `id = '${consumerId}'`, columns: { id: ids.person, email, name: (n) => `Person ${n}` } } // prettier-ignore
  yield { table: 'auth.sessions', count: world.people, like: `person_id = '${consumerId}'`, columns: { id: sessionOf, person_id: ids.person, ended_at: (n) => (n % 3 ? null : at(nowMs - dayMs * 5)) } } // prettier-ignore
  yield { table: 'auth.refresh_tokens', count: world.people, columns: { session_id: sessionOf, hash: (n) => `hash-${n}`, expires_at: (n) => at(nowMs + ((n % 60) - 30) * dayMs) } } // prettier-ignore
  yield { table: 'auth.businesses', from: 1, count: businesses, like: `business_id = '${ours.id}'`, columns: { business_id: ids.business, name: nameOf } } // prettier-ignore
  for (const schema of schemas)
    yield { table: `${schema}.memberships`, from: 1, count: businesses, like: `scope = '${ours.id}' and role = 'owner'`, columns: { person_id: (n) => ids.person(n % world.people), scope: ids.business } } // prettier-ignore
}
