import type { Deps } from '@buy-locals/payment/deps'
import { cardPaymentsFromConfig } from '@buy-locals/payment/from-config'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { connect } from '@buy-locals/service-kit/database'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import { parseConfig } from '../config.ts'
import { openDatabase } from '../open-database.ts'
import { startPayments } from '../payments.ts'

/** `npm run ledger:check`: beside a running server, or where one has stopped. Exit 1 where anything does not add up. */
const config = parseConfig(process.env)
const { dataDir, databaseUrl, secrets, close } = await openDatabase(config)
const url = serviceUrl(databaseUrl, 'payment', secrets.database)
const db: Deps['db'] = connect(url, { applicationName: 'ledger check', max: 2 })
const { simulator, simulatorSettings } = await startPayments({ ...config, DATA_DIR: dataDir })
const cardPayments = cardPaymentsFromConfig(config.environment, simulatorSettings)

const { entries, payments, faults } = await checkLedger({ db, cardPayments })
for (const fault of faults) console.error(fault)
console.log(`${entries} entries of ${payments} payments, ${faults.length} faults`)

await db.destroy()
if (simulator && !simulator.isFound) await simulator.stop()
await close()
process.exit(faults.length ? 1 : 0)
