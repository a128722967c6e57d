import type { Kind } from '../database/objects.ts'
import { type Context, retrieve } from './context.ts'
import { notSimulated } from './error.ts'
import type { Form } from './form.ts'
import { type CreatedRange, type Cursor, paginate, wasCreatedIn } from './list.ts'
import type { RequestName, Requests, ResponseName, Responses } from './sdk-types.ts'

export type Endpoint = {
  method: 'get' | 'post' | 'delete'
  path: string
  params: RequestName
  returns: ResponseName
  isList: boolean
  allowsPublishableKey: boolean
  handle: (context: Context, form: Form, ids: string[]) => object
}

type Definition<R extends RequestName, A extends ResponseName> = {
  method: 'get' | 'post' | 'delete'
  path: string
  params: R
  /** The parameters the simulator acts on. Any other the SDK knows is refused, so that nothing is silently ignored. */
  supports: (keyof Requests[R])[]
  returns: A
  /** May be called with a publishable key and the object's client secret, as Stripe.js does. */
  allowsPublishableKey?: boolean
  handle: (context: Context, params: Requests[R], ...ids: string[]) => Responses[A]
}

export const endpoint = <R extends RequestName, A extends ResponseName>(definition: Definition<R, A>): Endpoint => ({
  ...definition,
  isList: false,
  allowsPublishableKey: definition.allowsPublishableKey ?? false,
  handle: (context, form, ids) => definition.handle(context, supportedParams(form, definition.supports), ...ids),
})

type RetrieveDefinition = { path: string; params: RequestName; returns: ResponseName; kind: Kind }

export const retrieveEndpoint = ({ kind, ...definition }: RetrieveDefinition): Endpoint => ({
  ...definition,
  method: 'get',
  isList: false,
  allowsPublishableKey: false,
  handle: (context, form, [id = '']) => {
    supportedParams(form, [])
    return retrieve(context, kind, id)
  },
})

type ListDefinition<R extends RequestName, A extends ResponseName> = Pick<
  Definition<R, A>,
  'path' | 'params' | 'supports' | 'returns'
> & {
  /** Newest first. The endpoint itself pages, and filters by `created` where it is supported. */
  find: (context: Context, params: Requests[R], ...ids: string[]) => (Responses[A] & { id: string; created?: number })[]
}

export const listEndpoint = <R extends RequestName, A extends ResponseName>(
  definition: ListDefinition<R, A>,
): Endpoint => ({
  ...definition,
  method: 'get',
  isList: true,
  allowsPublishableKey: false,
  handle: (context, form, ids) => {
    const params = supportedParams(form, definition.supports)
    const { created, ...cursor } = form as Cursor & { created?: CreatedRange | number }
    const found = definition.find(context, params, ...ids).filter(wasCreatedIn(created))
    const url = ids.reduce((path, id) => path.replace(/:\w+/, () => id), definition.path)
    return paginate(found, cursor, url)
  },
})

const commonParams = ['expand', 'limit', 'starting_after', 'ending_before']

/** The form has been checked against the schema made from this very type. */
function supportedParams<P>(form: Form, supports: (keyof P)[]): P {
  const unsupported = Object.keys(form).find(
    (name) => !commonParams.includes(name) && !supports.includes(name as keyof P),
  )
  if (unsupported) throw notSimulated(`the parameter '${unsupported}'`, unsupported)
  return form as P
}
