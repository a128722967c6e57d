import { client, startOidcServer } from '@buy-locals/auth/testing/oidc-server'
import { serverUrl, startServerProcess, useServer } from './server-process.ts'
import { advanceTime } from './time.ts'

/** Starts one server for all journeys, unless one is named. It is ten in the morning there, whenever they run. */
export default async function setup() {
  if (serverUrl()) return
  const guild = await startOidcServer()
  const server = await startServerProcess({
    ...{ OIDC_ISSUER: guild.issuer, OIDC_NAME: 'Guild' },
    ...{ OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
  })
  await guild.serve(`${server.url}/sign-in/oidc`)
  useServer(server)
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'America/Boise' }).format())
  await advanceTime(`PT${(34 - hour) % 24}H`)
  console.log(`The server is ready at ${server.url} after ${Math.round(server.startedIn / 1000)} s`)
  return async () => {
    await server.stop()
    await guild[Symbol.asyncDispose]()
  }
}
