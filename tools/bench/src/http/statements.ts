import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import type { Server } from './server.ts'

export type Statement = { role: string; connection: string; text: string }
export type Statements = {
  /** In order to answer. */
  inRequest: Statement[]
  /** What its worker did beside it, until nothing more came of it; less what it asks when there is nothing to do. */
  others: number
}
export type Watch = {
  during(run: () => Promise<unknown>, quietMs: number): Promise<Statements>
  [Symbol.asyncDispose](): Promise<void>
}

const settings = { log_statement: 'all', log_line_prefix: '%u|%p|' }
const idleMs = 4_000

/** What a server asks of its database, read from the log of the database. It takes time of its own, so nothing is timed meanwhile. */
export async function watchStatements(server: Server): Promise<Watch> {
  const admin = new Client({ connectionString: server.databaseUrl })
  await admin.connect()
  for (const [name, value] of Object.entries(settings)) await admin.query(`alter system set ${name} = '${value}'`)
  await admin.query('select pg_reload_conf()')
  await setTimeout(500) // until every connection has read it
  const log = await open(join(server.dataDir, 'postgres/log'), 'r')
  let end = (await log.stat()).size
  const next = async () => {
    const from = end
    end = (await log.stat()).size
    return readStatements(log, from, end)
  }
  await setTimeout(idleMs)
  const idlePerMs = (await next()).length / idleMs
  return {
    during: async (run, quietMs) => {
      await next()
      const began = performance.now()
      await run()
      const meanwhile = await next()
      const inRequest = withoutWorkers(meanwhile)
      await setTimeout(quietMs)
      const ofWorker = meanwhile.length - inRequest.length + (await next()).length
      return { inRequest, others: Math.max(0, ofWorker - idlePerMs * (performance.now() - began)) }
    },
    [Symbol.asyncDispose]: async () => {
      for (const name of Object.keys(settings)) await admin.query(`alter system reset ${name}`)
      await admin.query('select pg_reload_conf()')
      await admin.end()
      await log.close()
    },
  }
}

async function readStatements(log: FileHandle, from: number, end: number): Promise<Statement[]> {
  const { buffer } = await log.read(Buffer.alloc(end - from), 0, end - from, from)
  return buffer.toString().split(entryBegins).flatMap(parseEntry)
}

/** A statement has as many lines as it was written in. */
const entryBegins = /\n(?=\w*\|\d+\|)/

function parseEntry(entry: string): Statement[] {
  const [, role = '', connection = '', text = ''] =
    /^(\w*)\|(\d+)\|LOG: {2}(?:statement|execute [^:]*): (.*)$/s.exec(entry) ?? []
  return text ? [{ role, connection, text: text.trim() }] : []
}

/** What services ask before they respond, without what their workers ask beside it: that begins with a table of the kit's. */
function withoutWorkers(statements: Statement[]): Statement[] {
  const ofConnections = Map.groupBy(statements, ({ connection }) => connection)
  return [...ofConnections.values()].flatMap((own) =>
    splitIntoUnits(own)
      .filter((unit) => !isOfWorker(unit))
      .flat(),
  )
}

/** A transaction, or a statement outside of any. */
function splitIntoUnits(statements: Statement[]): Statement[][] {
  const units: Statement[][] = []
  let isInside = false
  for (const statement of statements) {
    if (isInside) units.at(-1)?.push(statement)
    else units.push([statement])
    if (/^(begin|start transaction)/i.test(statement.text)) isInside = true
    else if (/^(commit|rollback)\b(?! to)/i.test(statement.text)) isInside = false
  }
  return units
}

function isOfWorker(unit: Statement[]): boolean {
  const first = unit.find(({ text }) => !/^(begin|start transaction)/i.test(text))
  return first === undefined || /\b(outbox|inbox|jobs)\b/.test(first.text)
}
