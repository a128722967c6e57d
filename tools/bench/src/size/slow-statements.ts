import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { quantile } from '../measure.ts'

export const mostMs = 20

export type Statement = {
  role: string
  text: string
  count: number
  p95: number
  longest: number
  plan: string | undefined
}
export type Watch = { read(): Promise<Statement[]>; stop(): Promise<void> }

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': String(mostMs),
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_buffers': 'on',
  log_min_duration_statement: '0',
  log_line_prefix: '%u|',
}

/** Every statement of every connection that is opened from now on, with how long the database took, and the plan of each that took too long. */
export async function watchStatements({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string
  dataDir: string
}): Promise<Watch> {
  const admin = new Client({ connectionString: databaseUrl })
  admin.on('error', () => {}) // it ends with the server, whose own error is to be read
  await admin.connect()
  for (const [name, value] of Object.entries(settings)) await admin.query(`alter system set ${name} = '${value}'`)
  await admin.query('select pg_reload_conf()')
  await setTimeout(500)
  // Libraries are loaded by new connections alone; the pools replace those that are ended.
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename like 'bl\\_%'`)
  const log = join(dataDir, 'postgres/log')
  const { size: start } = await stat(log)
  return {
    read: () => summarize(createInterface({ input: createReadStream(log, { start }) })),
    stop: async () => {
      for (const name of Object.keys(settings)) await admin.query(`alter system reset ${name}`)
      await admin.query('select pg_reload_conf()')
      await admin.end()
    },
  }
}

type Logged = { role: string; ms: number; text: string; plan?: string }

/** A line that begins with a role begins an entry; those that follow with a tab are its continuation. The log may be larger than the memory. */
async function* entriesOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let entry = ''
  for await (const line of lines) {
    if (/^\w*\|/.test(line)) {
      if (entry) yield entry
      entry = line
    } else if (entry) entry += `\n${line}`
  }
  if (entry) yield entry
}

function parseEntry(entry: string): Logged | undefined {
  const plan = /^(bl_\w+)\|LOG: {2}duration: ([\d.]+) ms {2}plan:\n\tQuery Text: ([\s\S]*?)(?:\n\tQuery Parameters:[\s\S]*?)?\n(\t\w[\s\S]*\(cost=[\s\S]*)$/.exec(entry) // prettier-ignore
  if (plan) return { role: plan[1] ?? '', ms: Number(plan[2]), text: shape(plan[3] ?? ''), plan: plan[4] ?? '' }
  const done = /^(bl_\w+)\|LOG: {2}duration: ([\d.]+) ms {2}(?:execute [^:]*|statement): ([\s\S]*)$/.exec(entry)
  return done ? { role: done[1] ?? '', ms: Number(done[2]), text: shape(done[3] ?? '') } : undefined
}

/** The same statement with other values and lists of other lengths. */
const shape = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\$\d+/g, '$')
    .replaceAll(/\(\$(?:, \$)*\)/g, '($…)')
    .replaceAll(/(\((?:[^()]|\([^()]*\))*\))(?:, \1)+/g, '$1') // rows of values
    .slice(0, 1_500)
    .trim()

type Seen = { role: string; text: string; times: number[]; slowest?: { ms: number; plan: string } }

async function summarize(lines: AsyncIterable<string>): Promise<Statement[]> {
  const byShape = new Map<string, Seen>()
  for await (const entry of entriesOf(lines)) {
    const logged = parseEntry(entry)
    if (!logged) continue
    const { role, text, ms, plan } = logged
    const name = `${role} ${text}`
    const seen = byShape.get(name) ?? { role, text, times: [] }
    byShape.set(name, seen)
    if (plan === undefined) seen.times.push(ms)
    else if (ms > (seen.slowest?.ms ?? 0)) seen.slowest = { ms, plan }
  }
  return [...byShape.values()]
    .filter(({ times }) => times.length > 0)
    .map(({ role, text, times, slowest }) => {
      const sorted = times.toSorted((a, b) => a - b)
      return { role, text, count: times.length, p95: quantile(0.95, times), longest: sorted.at(-1) ?? 0, plan: slowest?.plan } // prettier-ignore
    })
}
