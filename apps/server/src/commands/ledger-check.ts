import { resolve } from 'node:path'
import type { Deps } from '@buy-locals/payment/deps'
import { cardPaymentsFromConfig } from '@buy-locals/payment/from-config'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { connect } from '@buy-locals/service-kit/database'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import { parseConfig } from '../config.ts'
import { startPayments } from '../payments.ts'
import { readSecrets } from '../secrets.ts'

/** `npm run ledger:check`: beside a running server, or where one has stopped. Exit 1 where anything does not add up. */
const config = parseConfig(process.env)
const dataDir = resolve(config.DATA_DIR)
const postgres = config.DATABASE_URL ? undefined : await startPostgres({ dataDir })
const secrets = await readSecrets(dataDir, config)
const url = serviceUrl(config.DATABASE_URL ?? postgres?.url ?? '', 'payment', secrets.database)
const db: Deps['db'] = connect(url, { applicationName: 'ledger check', max: 2 })
const { simulator, simulatorSettings } = await startPayments({ ...config, DATA_DIR: dataDir })
const cardPayments = cardPaymentsFromConfig(config.environment, simulatorSettings)

const { entries, payments, faults } = await checkLedger({ db, cardPayments })
for (const fault of faults) console.error(fault)
console.log(`${entries} entries of ${payments} payments, ${faults.length} faults`)

await db.destroy()
if (simulator && !simulator.isFound) await simulator.stop()
await postgres?.stop()
process.exit(faults.length ? 1 : 0)
