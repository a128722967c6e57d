import { ledgerCheck } from '@buy-locals/payment/ledger-check'
import { configOf } from './config.ts'
import { start } from './start.ts'

/** Prints what does not add up; exit 1 where anything does not. Beside a running server it uses that server's database. */
const running = await start(configOf({ ...process.env, PORT: '0', LOG_LEVEL: 'error' }))
const { entries, payments, faults } = await ledgerCheck(running.composed.payment)
await running.close()
for (const fault of faults) console.error(fault)
console.log(`${entries} entries of ${payments} payments, ${faults.length} faults`)
process.exit(faults.length ? 1 : 0)
