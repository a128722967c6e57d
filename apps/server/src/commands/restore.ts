import { restoreBackup } from '../backup/restore-backup.ts'

/** `npm run restore -- FILE` into an empty DATA_DIR. */
const [file] = process.argv.slice(2)
const { DATA_DIR: dataDir = '.data' } = process.env
if (!file) {
  console.error('From which file? npm run restore -- FILE.tar.gz')
  process.exitCode = 1
} else {
  await restoreBackup({ file, dataDir }).then(
    (withDatabase) => {
      console.log(`${dataDir} is as it was. Start with npm start.`)
      if (!withDatabase)
        console.log('The database was not in the backup: bring it back by its own means and set DATABASE_URL.')
    },
    (error: Error) => {
      console.error(error.message)
      process.exitCode = 1
    },
  )
}
