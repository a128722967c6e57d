import './production.ts' // before anything that reads it
import { parseConfig } from './config.ts'
import { removeHalfOpenedTown, readDemoState, openOnFirstStart } from './demo/first-start.ts'
import { screens } from './screens.ts'
import { start } from './start.ts'

const began = performance.now()
const config = configured()
const print = (text: string) => process.stdout.write(`${text}\n`)

await refuseUsedFolder().catch(endWithMessage)
const running = await start(config, screens).catch(endWithMessage)
let stopping: Promise<void> | undefined
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => void (stopping ??= running.close().then(() => process.exit(0))))
}

const hasTown = config.demonstration && config.DEMO === '1'
const password = hasTown ? await openOnFirstStart(config, running) : undefined
print(`Buy Locals is open.

  Site       ${running.publicUrl}
  Dashboard  ${running.publicUrl}/dashboard
  API        ${running.publicUrl}/docs`)
if (config.demonstration) print(`  Dev inbox  ${running.publicUrl}/dev/inbox`)
if (running.simulator) print(`\nSTRIPE_API_BASE=${running.simulator.url}`)
if (password) {
  print(`
Demonstration town Boise. Everybody's password: ${password}
  consumer@demo.example   books and reviews
  owner@demo.example      owns several of the businesses
  admin@demo.example      approves businesses and sets the market's fee`)
}
print(`\nready after ${Math.ceil((performance.now() - began) / 1000)} s`)

function configured() {
  try {
    return parseConfig(process.env)
  } catch (error) {
    return endWithMessage(error)
  }
}

async function refuseUsedFolder() {
  if (config.demonstration) return removeHalfOpenedTown(config)
  if (await readDemoState(config.DATA_DIR))
    throw new Error(
      `${config.DATA_DIR} holds the demonstration, whose passwords are known: give a public site another DATA_DIR`,
    )
}

/** Says what is missing, without a stack. */
function endWithMessage(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
