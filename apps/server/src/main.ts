import './production.ts' // before anything that reads it
import { once } from 'node:events'
import { parseConfig, type Config } from './config.ts'
import { openOnFirstStart } from './demo/first-start.ts'
import { openLifetime } from './lifetime.ts'
import type { Screens } from './application.ts'
import { startProcesses } from './processes/primary.ts'
import { screens } from './screens.ts'
import { logWhatIsPrinted, openServerLog, type ServerLog } from './server-log.ts'
import { start, type Running } from './start.ts'

const began = performance.now()
const print = (text: string) => process.stdout.write(`${text}\n`)
const lifetime = openLifetime()
let serverLog: ServerLog | undefined
let isStopping = false
let isKilled = false

/** Ends what was started, within ten seconds whatever it is doing. Asked again, at once. */
async function stop(code: number): Promise<void> {
  if (isStopping) return kill(code || 1)
  isStopping = true
  const tooLong = setTimeout(() => void kill(1), 9_500)
  await lifetime.end().catch((error: Error) => {
    printError(error)
    code ||= 1
  })
  clearTimeout(tooLong)
  if (!isKilled) process.exit(code) // what was killed did not end in order
}

async function kill(code: number): Promise<void> {
  isKilled = true
  await lifetime.kill()
  process.exit(code)
}

async function fail(error: unknown): Promise<void> {
  if (isStopping) return // what is being stopped may say so in many ways
  printError(error)
  await stop(1)
}

/** One sentence for whoever started it; the log has the rest. */
function printError(error: unknown): void {
  serverLog?.log.error({ err: error }, 'The server ends')
  const file = serverLog?.file()
  process.stderr.write(`${error instanceof Error && error.message ? error.message : String(error)}\n`)
  if (file) process.stderr.write(`More about it: ${file}\n`)
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
process.on('uncaughtException', (error) => {
  if (isStopping) return
  printError(error)
  void stop(1)
})

/** `npm start` builds the screens meanwhile, and says when they are there. */
const built = process.env['SCREENS_ARE_BEING_BUILT']
  ? once(process, 'message').then(() => process.disconnect())
  : undefined
const builtScreens: Screens = async (at) => {
  await built
  return screens(at)
}

const hasProcesses = ({ PROCESSES, ROLE }: Config) => PROCESSES > 1 && ROLE !== 'worker'

type Opened = Pick<Running, 'publicUrl' | 'simulator'> & { password: string | undefined }

/** In this process, or in several of which this is the first. */
async function open(config: Config, serverLog: ServerLog, hasTown: boolean): Promise<Opened> {
  const onGivenUp = (error: Error) => void fail(error)
  if (hasProcesses(config))
    return startProcesses(config, {
      hasTown,
      hasScreens: true,
      ...(built && { built }),
      lifetime,
      serverLog,
      onGivenUp,
    })
  let password: string | undefined
  const prepare = async (opened: Running) => {
    if (hasTown) password = await openOnFirstStart(config, opened, print)
  }
  const running = await start(config, { screens: builtScreens, prepare, lifetime, serverLog, onGivenUp })
  return { ...running, password }
}

async function main(): Promise<void> {
  const config = parseConfig(process.env)
  serverLog = openServerLog(config.LOG_LEVEL, hasProcesses(config) ? 'primary' : undefined)
  logWhatIsPrinted(serverLog.log)
  const hasTown = config.demonstration && config.DEMO === '1' && config.ROLE === 'all'
  const { password, ...running } = await open(config, serverLog, hasTown)
  print(`Buy Locals is open.

  Site       ${running.publicUrl}
  Dashboard  ${running.publicUrl}/dashboard
  Phone app  ${running.publicUrl}/app
  API        ${running.publicUrl}/docs`)
  if (config.demonstration) print(`  Dev inbox  ${running.publicUrl}/dev/inbox`)
  if (running.simulator) print(`\nSTRIPE_API_BASE=${running.simulator.url}`)
  if (password) {
    print(`
Demonstration town Boise. Everybody's password: ${password}
  consumer@demo.example   books and reviews
  owner@demo.example      owns several of the businesses
  admin@demo.example      approves businesses and sets the market's fee

Try this first
  1. Open the site and book a time anywhere. No account is needed.
  2. Pay with the card 4242 4242 4242 4242, any date to come and any three digits.
  3. Sign in to the dashboard as the owner: it is on the board. The mails are in the dev inbox.`)
  }
  print(`\nready after ${Math.ceil((performance.now() - began) / 1000)} s`)
  serverLog.endStart()
}

await main().catch(fail)
