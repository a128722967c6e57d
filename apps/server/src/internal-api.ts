import type { AddressInfo } from 'node:net'
import { api, type Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { Problem, problemDocument, problems } from '@buy-locals/contracts/problem'
import { application } from '@buy-locals/service-kit/application'
import { inProcessFetch } from '@buy-locals/service-kit/hosts/in-process-fetch'
import type { Log } from '@buy-locals/service-kit/log'
import type { SharedReads } from '@buy-locals/service-kit/service'
import { Router } from 'express'
import { refuseForeignPages } from './own-origins.ts'

export type InternalApi = {
  url: string
  /** For whatever runs in this process. */
  fetch: typeof fetch
  /** The same as a stranger: what all strangers are answered alike comes without a request. */
  readShared: Api
  close(): Promise<void>
}

type Options = { services: readonly { router: Router }[]; sharedReads: SharedReads; log: Log }

/** The services and what the host answers itself, for this machine's own pages and setup. The gateway's limits are counted by visitors' addresses, and these have none. */
export async function openInternalApi({ services, sharedReads, log }: Options): Promise<InternalApi> {
  const guard = { router: Router().use(refuseForeignPages()) }
  const app = application({ services: [guard, ...services], log })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fetch = inProcessFetch(app)
  return {
    url,
    fetch,
    readShared: readShared(sharedReads, api({ baseUrl: url, fetch })),
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections() // whoever asked for the pages that read this has been answered or given up
      await closed
    },
  }
}

function readShared(reads: SharedReads, request: Api): Api {
  return async (operation, input, options) => {
    const read = reads.get(operation.id)
    if (!read) return request(operation, input, options)
    const { params, query } = input as Partial<Record<'params' | 'query', Values>>
    const response = await read({ params: asInAddress(params), query: asInAddress(query) }).catch(refusalOf)
    // What has to be waited for, and what is our own fault, is known there.
    return response?.body === undefined ? request(operation, input, options) : JSON.parse(response.body)
  }
}

type Values = Record<string, string | number | boolean | undefined>

const asInAddress = (values: Values = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

function refusalOf(error: unknown): undefined {
  if (error instanceof Problem && error.extras.retryAfter === undefined)
    throw new Refusal(problems[error.code].status, problemDocument(error))
}
