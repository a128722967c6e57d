import { createHash, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
  }
}

/**
 * A database of one's own, copied from a template that `prepare` fills once per run of the tests. `prepare` must close
 * its connections: PostgreSQL does not copy a database that somebody looks at.
 */
export async function cloneDatabase(
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<{ url: string; drop(): Promise<void> }> {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 30)
  const template = `template_${slug}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  const copy = `test_${slug}_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await onCluster(async (cluster) => {
    await makeOnce(cluster, template, prepare)
    // What is copied as files is not logged, which takes half the work.
    await cluster.query(`create database ${copy} template ${template} strategy file_copy`)
  })
  return {
    url: urlOf(copy),
    drop: () => onCluster(async (cluster) => void (await cluster.query(`drop database ${copy} with (force)`))),
  }
}

/** Test files run side by side and all ask for the template: one makes it, the others wait at the lock. */
async function makeOnce(cluster: Client, template: string, prepare: (url: string) => Promise<void>): Promise<void> {
  await cluster.query(`select pg_advisory_lock(hashtextextended($1, 0))`, [template])
  const { rowCount } = await cluster.query(`select from pg_database where datname = $1 and datistemplate`, [template])
  if (rowCount === 0) {
    await cluster.query(`drop database if exists ${template} with (force)`)
    await cluster.query(`create database ${template}`)
    await prepare(urlOf(template))
    await cluster.query(`alter database ${template} with is_template true allow_connections false`)
  }
  await cluster.query(`select pg_advisory_unlock(hashtextextended($1, 0))`, [template])
}

async function onCluster(work: (cluster: Client) => Promise<void>): Promise<void> {
  const cluster = new Client({ connectionString: inject('postgres') })
  await cluster.connect()
  try {
    await work(cluster)
  } finally {
    await cluster.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgres'))
  url.pathname = database
  return url.href
}
