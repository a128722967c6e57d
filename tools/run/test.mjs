import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { installMissing, installPrograms, root, seconds } from './install.mjs'
import { foreground } from './foreground.mjs'

const env = installMissing()
/** What tests of components need is in no production build. */
const envOfUnits = { ...env, NODE_ENV: 'test', VENDOR: '' }
const journeys = existsSync(join(root, 'e2e/playwright.config.ts'))
const missing = installPrograms(journeys ? ['chromium', 'redis-server'] : ['redis-server'])
const isCI = process.env.CI === 'true'
/** How long each file of tests took, whichever program ran it. */
const files = []
/** What failed, and what a second try saved, each with how it failed: the end of a long log is what is read. */
const [failures, secondTries] = [[], []]
/** When each program ran: what runs alone at the end is what the others could have run beside. */
const programs = []
const reports = mkdtempSync(join(tmpdir(), 'buy-locals-reports-'))

const began = performance.now()
const build = ['run', 'build', '--output-logs=errors-only', '--log-order=grouped']
const built = await timed('build', foreground('turbo', build, env))
const results = [built === 0 ? nothing() : { passed: 0, failed: 1, skipped: 0 }]
const runsJourneys = journeys && !missing.includes('chromium')
// A journey mostly waits for a page, and the tests of a file for their database: side by side they use both cores.
// Journeys alone do not, and the others do: these give way, so that they end last.
results.push(...(await Promise.all([runUnitTests(), runsJourneys ? runJourneys() : nothing()])).flat())
rmSync(reports, { recursive: true })

for (const program of missing)
  console.log(`Not run, because ${program} is not here and could not be installed: ${needs(program)}`)
printPrograms()
printSlowest()
printAll('Passed on the second try:', secondTries)
printAll('Failed:', failures)
const sum = (what) => results.reduce((total, result) => total + result[what], 0)
const failed = sum('failed') + (isCI ? missing.length : 0)
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`)
console.log(`Took ${seconds(began)}.`)
console.log(`${sum('passed')} passed, ${failed} failed`)
process.exitCode = failed > 0 || sum('passed') === 0 ? 1 : 0

async function runUnitTests() {
  return [await runVitest(), ...(await runJest())]
}

/** A crowded machine does something else for a while: there a test has a second try, as a journey has, and each that it saved is named. */
function runVitest() {
  const file = join(reports, 'vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, `--retry=${isCI ? 1 : 0}`]
  return timed('vitest', runUnits('vitest', args, file))
}

/** Components, also those of `ui`, and screens as on a phone, one after the other. */
async function runJest() {
  const results = []
  for (const folder of ['packages/features', 'apps/mobile']) {
    const name = basename(folder)
    const [file, printed] = [join(reports, `jest-${name}.json`), join(reports, `jest-${name}.log`)]
    const args = [`--config=${folder}/jest.config.mjs`, '--json', `--outputFile=${file}`]
    results.push(await timed(`jest of ${folder}`, runUnits('jest', args, file, printed)))
    process.stdout.write(readFileSync(printed))
  }
  return results
}

/** Vitest writes its report in the format of Jest. What is printed to a file comes at its end, so that it does not stand between the lines of the others. */
async function runUnits(program, args, report, printed) {
  const code = await foreground(program, args, envOfUnits, printed, 5)
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  for (const { name, startTime, endTime, status, message, assertionResults } of testResults) {
    files.push({ name, ms: endTime - startTime })
    const failed = assertionResults.filter((result) => result.status === 'failed')
    const saved = assertionResults.filter((result) => result.status === 'passed' && result.failureMessages.length > 0)
    for (const [list, results] of [
      [failures, failed],
      [secondTries, saved],
    ])
      for (const { fullName, failureMessages } of results)
        list.push({ name: `${name} ${fullName}`, why: failureMessages[0] })
    if (status === 'failed' && failed.length === 0) failures.push({ name, why: message })
  }
  return { passed: numPassedTests, failed: atLeastOne(numFailedTests, code), skipped: numPendingTests }
}

async function runJourneys() {
  const file = join(reports, 'playwright.json')
  const printed = join(reports, 'playwright.log')
  const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json']
  const ended = foreground('playwright', args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }, printed)
  const code = await timed('journeys', ended)
  process.stdout.write(readFileSync(printed))
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'))
  const { expected, unexpected, flaky, skipped } = stats
  for (const suite of suites) {
    files.push({ name: join('e2e/test', suite.file), ms: msOf(suite) })
    for (const { title, tests } of specsOf(suite)) tests.forEach((test) => noteFailure(suite.file, title, test))
  }
  return { passed: expected + flaky, failed: atLeastOne(unexpected, code), skipped }
}

function noteFailure(file, title, { status, projectName, results }) {
  const why = results.find(({ error }) => error)?.error.message
  const list = { unexpected: failures, flaky: secondTries }[status]
  list?.push({ name: `${join('e2e/test', file)} ${title} (${projectName})`, why })
}

/** A file that does not load and an error outside of any test fail a run without failing a test. */
function atLeastOne(failures, code) {
  return code === 0 ? failures : Math.max(failures, 1)
}

/** A journey stands in its own suite or in one inside it. */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** With all tries. */
function msOf(suite) {
  const results = specsOf(suite).flatMap(({ tests }) => tests.flatMap(({ results }) => results))
  return results.reduce((sum, { duration }) => sum + duration, 0)
}

function printAll(title, list) {
  if (list.length > 0) console.log(title)
  for (const { name, why = '' } of list) {
    const ofOurs = stripVTControlCharacters(why)
      .split('\n')
      .filter((line) => !line.includes('node_modules'))
    console.log([relative(root, resolve(root, name)), ...ofOurs.slice(0, 12)].join('\n    '))
  }
}

async function timed(name, running) {
  const from = performance.now()
  const result = await running
  programs.push({ name, from, to: performance.now() })
  return result
}

function printPrograms() {
  const second = (at) => ((at - began) / 1000).toFixed(0).padStart(5)
  console.log('When the programs ran:')
  for (const { name, from, to } of programs) console.log(`${second(from)} to ${second(to)} s  ${name}`)
}

function printSlowest() {
  const slowest = files.toSorted((a, b) => b.ms - a.ms).slice(0, 10)
  if (slowest.length > 0) console.log('The slowest files:')
  for (const { name, ms } of slowest)
    console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${relative(root, resolve(root, name))}`)
}

function nothing() {
  return { passed: 0, failed: 0, skipped: 0 }
}

function needs(program) {
  return program === 'chromium' ? 'the journeys in a browser' : 'the tests of the adapters on Redis'
}
