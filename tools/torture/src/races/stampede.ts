import type { Id } from '@buy-locals/values/ids'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Person } from '../person.ts'
import type { Town } from '../town.ts'

export type Wish = { serviceId: Id<'service'>; start: string; staffId?: Id<'staff'>; partySize?: number }
type Start = { start: string; end: string; staffIds?: Id<'staff'>[] }
export type Answer = {
  person: Person
  wish: Wish
  status: number
  code: string
  ms: number
  booking?: { id: Id<'booking'>; status: string; start: string; end: string; staffId?: Id<'staff'> }
  alternatives: Start[]
}

/** The bare request: a race is about the first answer, not about a client that tries again. */
export async function book(town: Town, person: Person, wish: Wish, key = newIdempotencyKey()): Promise<Answer> {
  const began = performance.now()
  const answer = await fetch(`${town.url}/v1/bookings`, {
    method: 'POST',
    headers: { ...person.headers(), 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ businessId: town.businessId, ...wish }),
  })
  const ms = performance.now() - began
  const body = (await answer.json()) as Answer['booking'] & { code?: string; alternatives?: Start[] }
  const { status } = answer
  return {
    ...{ person, wish, status, ms, code: body?.code ?? '', alternatives: body?.alternatives ?? [] },
    ...(status === 201 && { booking: body }),
  }
}

/** All at once. */
export const stampede = (town: Town, people: readonly Person[], wishOf: (n: number) => Wish): Promise<Answer[]> =>
  Promise.all(people.map((person, n) => book(town, person, wishOf(n))))

export const won = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 201)
export const lost = (answers: readonly Answer[]) => answers.filter(({ status }) => status !== 201)
