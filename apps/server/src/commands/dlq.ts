import { serviceNames } from '@buy-locals/contracts/operation'
import { connect } from '@buy-locals/service-kit/database'
import { listDeadLetters, retryDeadLetter } from '@buy-locals/service-kit/dead-letters'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import { parseConfig } from '../config.ts'
import { openDatabase } from '../open-database.ts'

/** `npm run dlq [-- retry ID …]`: beside a running server, or where one has stopped. */
const [verb, ...ids] = process.argv.slice(2)
if (verb !== undefined && (verb !== 'retry' || ids.length === 0)) {
  console.error('npm run dlq lists what was parked; npm run dlq -- retry ID puts it back.')
  process.exit(1)
}
const { databaseUrl, secrets, close } = await openDatabase(parseConfig(process.env))
const databases = serviceNames.map((service) => {
  const url = serviceUrl(databaseUrl, service, secrets.database)
  return connect<KitTables>(url, { applicationName: 'dead letters', max: 1 })
})

const areAllDone = verb === 'retry' ? await retry() : await list()

await Promise.all(databases.map((db) => db.destroy()))
await close()
process.exit(areAllDone ? 0 : 1)

async function list(): Promise<true> {
  const letters = (await Promise.all(databases.map(listDeadLetters))).flat()
  for (const { id, kind, subject, since, tries, error } of letters)
    console.log(`${id}  ${kind} of ${subject || 'everything'}: parked ${since} after ${tries} tries (${error})`)
  console.log(letters.length === 0 ? 'Nothing is parked.' : `${letters.length} parked. Retry: npm run dlq -- retry ID`)
  return true
}

async function retry(): Promise<boolean> {
  let unknown = 0
  for (const id of ids) {
    const found = (await Promise.all(databases.map((db) => retryDeadLetter(db, id)))).includes(true)
    if (!found) unknown += 1
    console[found ? 'log' : 'error'](found ? `${id} is tried again.` : `Nothing that is parked has the id ${id}.`)
  }
  return unknown === 0
}
