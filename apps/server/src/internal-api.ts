import type { AddressInfo } from 'node:net'
import { application } from '@buy-locals/service-kit/application'
import { inProcessFetch } from '@buy-locals/service-kit/hosts/in-process-fetch'
import type { Log } from '@buy-locals/service-kit/log'
import { Router } from 'express'
import { refuseForeignPages } from './own-origins.ts'

export type InternalApi = {
  url: string
  /** For whatever runs in this process. */
  fetch: typeof fetch
  close(): Promise<void>
}

/** The services and what the host answers itself, for this machine's own pages and setup. The gateway's limits are counted by visitors' addresses, and these have none. */
export async function openInternalApi(services: readonly { router: Router }[], log: Log): Promise<InternalApi> {
  const guard = { router: Router().use(refuseForeignPages()) }
  const app = application({ services: [guard, ...services], log })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fetch: inProcessFetch(app),
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections() // whoever asked for the pages that read this has been answered or given up
      await closed
    },
  }
}
