import { startServerProcess } from './server-process.ts'
import { timePasses } from './time.ts'
import { townUrl } from './town-url.ts'

/** One server for all journeys, as there is one for a town, unless one is named. They begin at ten in the morning, whenever they are run. */
export default async function openTown() {
  if (townUrl()) return
  const server = await startServerProcess()
  process.env['JOURNEYS_URL'] = server.url
  process.env['JOURNEYS_DATA_DIR'] = server.dataDir
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'America/Boise' }).format())
  await timePasses(`PT${(34 - hour) % 24}H`)
  console.log(`The town is open at ${server.url} after ${Math.round(server.startedIn / 1000)} s`)
  return server.stop
}
