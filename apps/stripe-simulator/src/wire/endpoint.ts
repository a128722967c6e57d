import type { Call } from './call.ts'
import { type Form } from './form.ts'
import { notSimulated } from './refusal.ts'
import type { RequestName, Requests, ResponseName, Responses } from './wire-types.ts'
import type { Page } from './pagination.ts'

type Definition<R extends RequestName, A extends ResponseName> = {
  method: 'get' | 'post' | 'delete'
  path: string
  params: R
  /** The parameters the simulator acts on. Any other the SDK knows is refused, so that nothing is silently ignored. */
  honours: (keyof Requests[R])[]
  returns: A
  /** May be called with a publishable key and the object's client secret, as Stripe.js does. */
  fromBrowser?: boolean
  answer: (call: Call, params: Requests[R], ...ids: string[]) => Responses[A]
}

type ListDefinition<R extends RequestName, A extends ResponseName> = Omit<Definition<R, A>, 'method' | 'answer'> & {
  answer: (call: Call, params: Requests[R], ...ids: string[]) => Page<Responses[A]>
}

export type Endpoint = {
  method: 'get' | 'post' | 'delete'
  path: string
  params: RequestName
  returns: ResponseName
  list: boolean
  fromBrowser: boolean
  answer: (call: Call, form: Form, ids: string[]) => object
}

export const endpoint = <R extends RequestName, A extends ResponseName>(definition: Definition<R, A>): Endpoint => ({
  ...definition,
  list: false,
  fromBrowser: definition.fromBrowser ?? false,
  answer: (call, form, ids) => definition.answer(call, honoured(form, definition.honours), ...ids),
})

export const list = <R extends RequestName, A extends ResponseName>(definition: ListDefinition<R, A>): Endpoint => ({
  ...definition,
  method: 'get',
  list: true,
  fromBrowser: false,
  answer: (call, form, ids) => definition.answer(call, honoured(form, definition.honours), ...ids),
})

const everywhere = ['expand', 'limit', 'starting_after', 'ending_before']

/** The form has been checked against the schema made from this very type. */
function honoured<P>(form: Form, honours: (keyof P)[]): P {
  const odd = Object.keys(form).find((name) => !everywhere.includes(name) && !honours.includes(name as keyof P))
  if (odd) throw notSimulated(`the parameter '${odd}'`, odd)
  return form as P
}
