import type { Screens } from '@buy-locals/server/application'
import type { Config } from '@buy-locals/server/config'
import { openLifetime } from '@buy-locals/server/lifetime'
import { openServer } from '@buy-locals/server/listen'
import { openServices } from '@buy-locals/server/open-services'
import { startProcesses, type RunningProcesses } from '@buy-locals/server/processes/primary'
import { openReadiness } from '@buy-locals/server/readiness'
import { start, type Running } from '@buy-locals/server/start'
import { createLog } from '@buy-locals/service-kit/log'

type Started = Running & Partial<Pick<RunningProcesses, 'processes'>>

/** In this process, or with PROCESSES in several of which this is the first. Then what a test reads of the services is open here beside them, and neither answers nor publishes anything. */
export async function startServer(config: Config, screens?: Screens): Promise<Started> {
  if (config.PROCESSES === 1) return start(config, { screens })
  const processes = await startProcesses(config, { hasScreens: screens !== undefined })
  const { url, databaseUrl, simulator, secrets, time } = processes
  const lifetime = openLifetime()
  const readiness = openReadiness([])
  const log = createLog({ level: config.LOG_LEVEL })
  const beside = await openServices({
    ...{ config, url, databaseUrl, secrets, time, log, lifetime, readiness },
    payments: processes.payments,
    listener: openServer(readiness),
    requestPhoneApp: async () => 'absent',
    screens: undefined,
    duties: { web: false, worker: false },
  })
  return {
    ...{ ...beside, url, databaseUrl, simulator, secrets, log },
    ...{ drain: processes.drain, processes: processes.processes },
    shiftTime: time.shift,
    close: async () => {
      await lifetime.end()
      await processes.close()
    },
  }
}
