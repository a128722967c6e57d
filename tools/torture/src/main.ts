import { parseArgs } from 'node:util'
import type { Report, Log, Size } from './report.ts'

type LongTest = (size: Size, log: Log) => Promise<Report>

const longTests: Record<string, () => Promise<LongTest>> = {
  access: async () => (await import('./access/access.ts')).access,
  fuzz: async () => (await import('./fuzz/fuzz.ts')).fuzz,
  kills: async () => (await import('./kills/kills.ts')).kills,
  pages: async () => (await import('./pages/pages.ts')).pages,
  races: async () => (await import('./races/races.ts')).races,
  reminders: async () => (await import('./reminders/reminders.ts')).reminders,
  screens: async () => (await import('./screens/screens.ts')).screens,
  webhooks: async () => (await import('./webhooks/webhooks.ts')).webhooks,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean' }, short: { type: 'boolean' } },
})
const name = positionals[0] ?? ''
const load = Object.hasOwn(longTests, name) ? longTests[name] : undefined
if (load) {
  const run = await load()
  const { figures, findings } = await run(values.short ? 'short' : 'full', (message) => console.log(message))
  console.table(figures)
  for (const finding of findings) console.error(`FOUND ${finding}`)
  console.log(findings.length ? `${name} found ${findings.length}` : `${name} found nothing`)
  console.log(JSON.stringify({ torture: name, ...figures, findings: findings.length }))
  process.exitCode = findings.length ? 1 : 0
} else {
  console.error(
    `No long test ${JSON.stringify(name)}. There are: ${Object.keys(longTests).join(', ')}; --short makes one short`,
  )
  process.exitCode = 1
}
