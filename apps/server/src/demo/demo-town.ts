import type { Api } from '@buy-locals/api-client/api'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Deps as BusinessDeps } from '@buy-locals/business/deps'
import type { Id } from '@buy-locals/values/ids'

export type Person = { id: Id<'person'>; name: string }

export type Town = {
  as(person: Person): Api
  admin: Person
  business: BusinessDeps
  stripeApiBase: string | undefined
}

export type OpenBusiness = {
  id: Id<'business'>
  owner: Person
  services: Service[]
  /** Of this business alone: all of them open and are visited at the same time. */
  random(): number
}
