import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { everyCombination, nameOf, table, type Conditions } from '@buy-locals/e2e/conditions'
import { collectFindings, type Log, type Report, type Size } from '../report.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** The journeys of `npm test`, which walks each under one row of conditions: here each is walked under every combination, with a server of its own for each. */
export async function screens(size: Size, log: Log): Promise<Report> {
  const { findings, expect } = collectFindings()
  let walked = 0
  const combinations: Conditions[] = size === 'full' ? everyCombination : table
  for (const conditions of combinations) {
    const name = nameOf(conditions)
    const journeys = await runJourneys(name, size === 'full')
    walked += journeys.length
    expect(journeys.length > 0, `${name}: no journey was walked`)
    for (const { title, error } of journeys) expect(error === undefined, `${name}: ${title}: ${error}`)
    log(`${name}: ${journeys.length} journeys, ${findings.length} findings so far`)
  }
  return { figures: { combinations: combinations.length, journeys: walked }, findings }
}

type Spec = { title: string; tests: { results: { status: string; error?: { message?: string } }[] }[] }
type Suite = { specs: Spec[]; suites?: Suite[] }
type Journey = { title: string; error: string | undefined }

async function runJourneys(project: string, isEvery: boolean): Promise<Journey[]> {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-screens-'))
  const report = join(folder, 'report.json')
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...(isEvery && { EVERY_COMBINATION: '1' }) }
  const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=json', `--project=${project}`]
  const run = spawn('playwright', args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  await once(run, 'exit')
  const { suites } = JSON.parse(await readFile(report, 'utf8')) as { suites: Suite[] }
  await rm(folder, { recursive: true })
  return suites.flatMap(listSpecs).map(({ title, tests }) => ({ title, error: findError(tests) }))
}

const listSpecs = ({ specs, suites = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(listSpecs)]

function findError(tests: Spec['tests']): string | undefined {
  const failed = tests
    .flatMap(({ results }) => results)
    .find(({ status }) => status !== 'passed' && status !== 'skipped')
  return failed && (failed.error?.message?.split('\n')[0] ?? failed.status)
}
