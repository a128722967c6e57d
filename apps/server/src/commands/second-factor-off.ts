import { resolve } from 'node:path'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { setupFromConfig } from '@buy-locals/auth/from-config'
import { removeSecondFactor } from '@buy-locals/auth/use-cases/turn-off-second-factor'
import { systemClock } from '@buy-locals/service-kit/clock'
import { parseConfig } from '../config.ts'
import { readSecrets } from '../secrets.ts'

/** `npm run second-factor-off -- EMAIL`: beside a running server, for somebody who has lost phone and recovery codes. */
const [email, ...more] = process.argv.slice(2)
if (!email || more.length > 0) {
  console.error('npm run second-factor-off -- EMAIL, of somebody who has proven to you that the account is theirs.')
  process.exit(1)
}
const config = parseConfig(process.env)
const dataDir = resolve(config.DATA_DIR)
const postgres = config.DATABASE_URL ? undefined : await startPostgres({ dataDir })
const { database: databaseSecret } = await readSecrets(dataDir, config)
const databaseUrl = config.DATABASE_URL ?? postgres?.url ?? ''
const auth = setupFromConfig({ databaseUrl, databaseSecret, clock: systemClock })

const outcome = await removeSecondFactor(auth, email.toLowerCase())
await auth.db.destroy()
await postgres?.stop()
const sentences = {
  removed: `Two-step verification is off for ${email}, who is signed out everywhere and told by mail.`,
  off: `Two-step verification is not on for ${email}.`,
  nobody: `There is no account of ${email}.`,
}
console.log(sentences[outcome])
process.exit(outcome === 'removed' ? 0 : 1)
