import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { systemClock } from '@buy-locals/service-kit/clock'
import { parseConfig } from '../config.ts'
import { migrateAll, refuseUnfit } from '../migrate-all.ts'
import { readSecrets } from '../secrets.ts'
import { setUp, readSetupOptions } from '../first-setup.ts'

/** `npm run setup`: beside a running server, or before its first start. */
async function main(): Promise<void> {
  const options = readSetupOptions(process.argv.slice(2))
  const config = parseConfig(process.env)
  if (config.DATABASE_URL) await refuseUnfit(config.DATABASE_URL)
  const dataDir = resolve(config.DATA_DIR)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const { database: databaseSecret } = await readSecrets(dataDir, config)
  const postgres = config.DATABASE_URL ? undefined : await startPostgres({ dataDir })
  const databaseUrl = config.DATABASE_URL ?? postgres?.url ?? ''
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  try {
    await migrateAll(databaseUrl, databaseSecret)
    const { token, slug } = await setUp({ databaseUrl, databaseSecret, clock: systemClock }, options)
    console.log(`The market ${slug} is open, and ${options.email} is its admin.
Choose a password within the hour, once the server runs:

  ${publicUrl}/reset-password#${token}`)
  } finally {
    await postgres?.stop()
  }
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
