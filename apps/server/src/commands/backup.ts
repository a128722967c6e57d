import { createBackup } from '../backup/create-backup.ts'

/** `npm run backup -- FILE` */
const [file] = process.argv.slice(2)
const { DATA_DIR: dataDir = '.data', DATABASE_URL: databaseUrl } = process.env
if (!file) {
  console.error('Into which file? npm run backup -- FILE.tar.gz')
  process.exitCode = 1
} else {
  await createBackup({ dataDir, databaseUrl: databaseUrl || undefined, file }).then(
    () => {
      console.log(`${file} holds everything in ${dataDir}, its secrets too: keep it like a password.`)
      if (databaseUrl)
        console.log(
          'The database is not in it: DATABASE_URL leads elsewhere. Back it up by its own means, such as pg_dump.',
        )
    },
    (error: Error) => {
      console.error(error.message)
      process.exitCode = 1
    },
  )
}
