import { setupFromConfig } from '@buy-locals/auth/from-config'
import { removeSecondFactor } from '@buy-locals/auth/use-cases/turn-off-second-factor'
import { systemClock } from '@buy-locals/service-kit/clock'
import { parseConfig } from '../config.ts'
import { openDatabase } from '../open-database.ts'

/** `npm run second-factor-off -- EMAIL`: for somebody who has lost phone and recovery codes. Exit 1 where nothing was to be turned off. */
async function main([email, ...more]: string[]): Promise<void> {
  if (!email || more.length > 0)
    throw new Error('npm run second-factor-off -- EMAIL, of somebody who has proven to you that the account is theirs.')
  const { databaseUrl, secrets, close } = await openDatabase(parseConfig(process.env))
  const auth = setupFromConfig({ databaseUrl, databaseSecret: secrets.database, clock: systemClock })
  try {
    const outcome = await removeSecondFactor(auth, email.trim().toLowerCase())
    if (outcome === 'nobody') throw new Error(`No account has the address ${email}.`)
    if (outcome === 'off') throw new Error(`Two-step verification is not on for ${email}.`)
  } finally {
    await auth.db.destroy()
    await close()
  }
  console.log(`Two-step verification is off for ${email}, who is signed out everywhere and told by mail.`)
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
