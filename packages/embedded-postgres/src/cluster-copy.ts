import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { ignoreMissing } from './postgres-binaries.ts'

/** Made anew at every start, or of no use to anybody but the process that wrote it. */
const emptied = [
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]
const leftOut = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*)$/

/** Copies the files of a running cluster so that the copy starts with everything committed until now. PostgreSQL's own low-level backup, with the log that it needs beside it. */
export async function copyCluster(url: string, from: string, to: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'backup' })
  await client.connect()
  try {
    // Keeps the log since now until this connection ends.
    await client.query(`select pg_create_physical_replication_slot($1, true, true)`, [`backup_${process.pid}`])
    const began = await client.query<{ wal: string }>(`select pg_walfile_name(pg_backup_start('backup', true)) as wal`)
    await copyTree(from, to)
    const ended = await client.query<{ wal: string; labelfile: string }>(
      `select pg_walfile_name(lsn) as wal, labelfile from pg_backup_stop(false)`,
    )
    const [first, last] = [began.rows[0]?.wal ?? '', ended.rows[0]?.wal ?? '']
    await writeFile(join(to, 'backup_label'), ended.rows[0]?.labelfile ?? '', { mode: 0o600 })
    for (const segment of await readdir(join(from, 'pg_wal'))) {
      const isNeeded = /^[0-9A-F]{24}$/.test(segment) && segment >= first && segment <= last
      if (isNeeded) await copyFile(join(from, 'pg_wal', segment), join(to, 'pg_wal', segment))
    }
  } finally {
    await client.end()
  }
}

/** Files may come and go meanwhile; what that means for the data, the log says. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (leftOut.test(entry.name)) continue
    if (emptied.includes(entry.name)) await mkdir(target, { mode: 0o700 })
    else if (entry.isDirectory()) await copyTree(source, target)
    else await copyFile(source, target, constants.COPYFILE_FICLONE).catch(ignoreMissing)
  }
}
