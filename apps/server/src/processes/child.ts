import '../production.ts' // before anything that reads it
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import { sumUp } from '@buy-locals/service-kit/metrics'
import { parseConfig } from '../config.ts'
import { openOnFirstStart } from '../demo/first-start.ts'
import { openLifetime } from '../lifetime.ts'
import { openServer } from '../listen.ts'
import { openServices, type OpenServices, type Siblings } from '../open-services.ts'
import { openReadiness } from '../readiness.ts'
import { fanOutByPrimary } from '../realtime/fan-out-by-primary.ts'
import { logWhatIsPrinted, openServerLog } from '../server-log.ts'
import { openClock } from '../test-clock.ts'
import type { OfChild, OfPrimary, Opening } from './calls.ts'
import { openChannel, type End } from './channel.ts'
import { connectionsByPrimary } from './connections-by-primary.ts'
import { throttleByPrimary } from './throttle-by-primary.ts'

const config = parseConfig(process.env)
const serverLog = openServerLog(config.LOG_LEVEL, process.argv[2] === 'worker' ? 'worker' : 'web')
const { log } = serverLog
logWhatIsPrinted(log)
serverLog.joinFile(resolve(config.DATA_DIR))
const print = (text: string) => process.stdout.write(`${text}\n`)
const lifetime = openLifetime()
const readiness = openReadiness(['start'])
const time = await openClock(resolve(config.DATA_DIR), config.TEST_CLOCK === '1')
const listener = openServer(readiness)
let opening: Opening | undefined
let opened: OpenServices | undefined

/** What is asked for before anything is open. */
const services = () => {
  if (!opened) throw new Error('This process is not open yet')
  return opened
}

const primary = openChannel<OfPrimary, OfChild>(
  process as unknown as End,
  {
    open: async (its) => {
      opening = its
      for (const requirement of its.awaited) readiness.set(requirement, false)
      opened = await openAs(its)
      readiness.set('start', true)
    },
    deliver: (message) => fanOut.deliver(message),
    wake: async ({ service, duties }) => opened?.wake(service, duties),
    require: async ({ requirement, isThere }) => {
      readiness.set(requirement, isThere)
      if (requirement === 'town' && isThere) serverLog.endStart()
    },
    setClock: async (ahead) => time.setAhead(ahead),
    ping: async () => {},
    drain: () => services().drain(),
    openTown: async () => {
      if (!opening) throw new Error('This process is not open yet')
      const { url, secrets, databaseUrl, payments } = opening
      const running = { ...services(), url, secrets, databaseUrl, log, simulator: payments.simulator }
      return openOnFirstStart(config, { ...running, shiftTime: time.shift, close: lifetime.end }, print)
    },
    metrics: async () => services().metrics.json(),
    stop: () => lifetime.end(),
  },
  (socket: Socket) => {
    listener.server.emit('connection', socket)
    socket.resume()
  },
)
const fanOut = fanOutByPrimary(primary)

/** The test clock, the limits, open screens and the metrics are those of the whole server. */
const siblings: Siblings = {
  fanOut,
  openConnections: connectionsByPrimary(primary),
  throttle: throttleByPrimary(primary),
  wake: (service, duties) => void primary.call('wake', { service, duties }).catch(() => {}), // the worker looks by itself soon
  readMetrics: async () => sumUp(await primary.call('metrics', null)),
  advanceAll: (by) => primary.call('advance', by),
}

async function openAs({ role, hasScreens, ...options }: Opening): Promise<OpenServices> {
  const screens = role === 'web' && hasScreens ? (await import('../screens.ts')).screens : undefined
  return openServices({
    ...{ ...options, config, time, log, lifetime, readiness, listener, screens, siblings },
    requestPhoneApp: () => primary.call('requestPhoneApp', null),
    duties: { web: role === 'web', worker: role === 'worker' },
  })
}

/** The primary has ended: nobody brings connections any more, and its successor starts processes of its own. */
process.on('disconnect', () => process.exit(1))
// Ctrl-C reaches every process of a terminal: the primary says when to stop.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('SIGTERM', () => void lifetime.end().finally(() => process.exit(0)))
