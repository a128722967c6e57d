import type { Body, Operation, Output, Params, Query } from '@buy-locals/contracts/operation'
import { problems, type ProblemCode } from '@buy-locals/contracts/problem'

export type Received<O extends Operation> = {
  params: Params<O>
  query: Query<O>
  body: Body<O>
  idempotencyKey: string | undefined
  ifMatch: string | undefined
}

type Reply<O extends Operation> = Output<O> | Response
type Script<O extends Operation> = Reply<O> | ((received: Received<O>) => Reply<O> | Promise<Reply<O>>)

type Entry = {
  operation: Operation
  pattern: RegExp
  /** The last one is used again and again. */
  scripts: Script<Operation>[]
  received: Received<Operation>[]
}

/** A problem document as the server sends it. */
export const refuse = (code: ProblemCode, members: object = {}): Response =>
  new Response(JSON.stringify({ code, ...members }), {
    status: problems[code].status,
    headers: { 'content-type': 'application/problem+json' },
  })

/** The network is down. */
export const unreachable = (): never => {
  throw new TypeError('Failed to fetch')
}

/** A test writes what the API responds. Requests and responses are checked against the contract; a request that no test expects fails it. */
export function scriptApi() {
  const before = globalThis.fetch
  const entries = new Map<string, Entry>()
  const vendors = new Map<string, (request: RequestInit) => Response>()
  const faults: string[] = []

  globalThis.fetch = async (target, init = {}) => {
    const url = new URL(target instanceof Request ? target.url : target, 'http://127.0.0.1')
    const method = init.method ?? 'GET'
    const vendor = vendors.get(url.href)
    if (vendor) return vendor(init)
    const entry = [...entries.values()].find(
      ({ operation, pattern }) => operation.method.toUpperCase() === method && pattern.test(url.pathname),
    )
    if (!entry) return fault(`No response is written for ${method} ${url.pathname}`)
    const received = read(entry, url, init)
    if (typeof received === 'string') return fault(received)
    entry.received.push(received)
    const response = await createResponse(entry, received)
    return typeof response === 'string' ? fault(response) : response
  }

  function fault(text: string): Response {
    faults.push(text)
    return refuse('internal', { detail: text })
  }

  return {
    respond<O extends Operation>(operation: O, ...scripts: [Script<O>, ...Script<O>[]]): void {
      const received = entries.get(operation.id)?.received ?? []
      entries.delete(operation.id)
      entries.set(operation.id, {
        operation,
        pattern: new RegExp(`^/v1${operation.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
        scripts: scripts as unknown as Script<Operation>[],
        received,
      })
    },
    respondAt: (url: string, reply: (request: RequestInit) => Response) => void vendors.set(url, reply),
    received: <O extends Operation>(operation: O) =>
      (entries.get(operation.id)?.received ?? []) as unknown as Received<O>[],
    [Symbol.dispose]() {
      globalThis.fetch = before
      if (faults.length > 0) throw new Error(faults.join('\n'))
    },
  }
}

function read({ operation, pattern }: Entry, url: URL, init: RequestInit): Received<Operation> | string {
  const headers = new Headers(init.headers)
  const parts = {
    params: operation.params?.safeParse({ ...pattern.exec(url.pathname)?.groups }),
    query: operation.query?.safeParse(Object.fromEntries(url.searchParams)),
    body: operation.body?.safeParse(typeof init.body === 'string' ? JSON.parse(init.body) : undefined),
  }
  const wrong = Object.entries(parts).find(([, parsed]) => parsed?.error)
  if (wrong) return `The ${wrong[0]} of ${operation.id} breaks the contract: ${wrong[1]?.error?.message}`
  const idempotencyKey = headers.get('idempotency-key') ?? undefined
  if (operation.idempotent && !idempotencyKey) return `${operation.id} was sent without a key`
  return {
    params: parts.params?.data as never,
    query: parts.query?.data as never,
    body: parts.body?.data as never,
    idempotencyKey,
    ifMatch: headers.get('if-match') ?? undefined,
  }
}

async function createResponse(
  { operation, scripts }: Entry,
  received: Received<Operation>,
): Promise<Response | string> {
  const script = scripts.length > 1 ? scripts.shift() : scripts[0]
  const reply: unknown = await (typeof script === 'function' ? script(received) : script)
  if (reply instanceof Response) return reply.clone()
  if (operation.status === 204 || reply === undefined) return new Response(null, { status: operation.status })
  const output = operation.returns?.safeParse(reply)
  if (output?.error) return `What ${operation.id} returns breaks the contract: ${output.error.message}`
  return Response.json(output?.data, { status: operation.status })
}
