import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { Problem } from '@buy-locals/contracts/problem'
import { isLoopback, type Config } from './config.ts'

/** Where vite serves the dashboard in development. */
const devServerPort = '5173'
const namesOfThisMachine = ['localhost', '127.0.0.1', '[::1]']

/** Pages that may write with our cookies. In the demonstration this machine has three names, and the dashboard may come from its dev server. */
export function ownOrigins(publicUrl: string, { demonstration }: Pick<Config, 'demonstration'>): string[] {
  const { origin, port } = new URL(publicUrl)
  if (!demonstration) return [origin]
  const ports = [port ? `:${port}` : '', `:${devServerPort}`]
  return [origin, ...ports.flatMap((each) => namesOfThisMachine.map((name) => `http://${name}${each}`))]
}

const isOfThisMachine = (origin: string) => isLoopback(URL.parse(origin)?.hostname ?? '')

/** The demonstration has mails and a clock that anybody on this machine may use, but no web page that somebody here happens to visit: it names its origin, or has bound a name of its own to this machine. */
export const refuseForeignPages =
  (corsOrigins: readonly string[] = []): RequestHandler =>
  (req, _res, next) => {
    const { host, origin } = req.headers
    const isOurHost = host !== undefined && isOfThisMachine(`http://${host}`)
    const isAllowed =
      origin === undefined || isOfThisMachine(origin) || corsOrigins.includes(origin) || isNavigation(req)
    if (!isOurHost || !isAllowed) throw new Problem('forbidden', 'Another site asked for this')
    next()
  }

/** Whoever comes back from a payment's page at Stripe: the page that led here does not read what is shown. */
const isNavigation = ({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate'
