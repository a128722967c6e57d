import { rateService, type ReadQuery } from './read-query.ts'

type Candidate = { service_id: string; name: string; date: string }

/** What was looked for; where several are alike, the one that is free soonest. */
export function chooseService<S extends Candidate>(text: ReadQuery, services: readonly S[]): S | undefined {
  const rated = services.map((service) => ({ service, rating: rateService(text, service.name) }))
  const [best] = rated.toSorted(
    (a, b) =>
      b.rating - a.rating ||
      compare(a.service.date, b.service.date) ||
      compare(a.service.name, b.service.name) ||
      compare(a.service.service_id, b.service.service_id),
  )
  return best?.service
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
