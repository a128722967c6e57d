import type { Config } from '../config.ts'
import type { Running } from '../start.ts'
import { openDemoTown } from './open-town.ts'
import { readDemoState, writeDemoState } from './town-state.ts'

/** The town is opened once, on the first start of an empty folder. Returns the password of everybody in it. */
export async function openOnFirstStart(
  config: Config,
  running: Running,
  print: (line: string) => void,
): Promise<string> {
  const password = config.DEMO_PASSWORD ?? running.secrets.demoPassword
  if ((await readDemoState(config.DATA_DIR)) === 'open') return password
  await writeDemoState(config.DATA_DIR, 'opening')
  print('Opening the demonstration town. This happens once and takes about a minute …')
  await openDemoTown({
    ...{ running, password, weeks: config.DEMO_WEEKS, shiftTime: running.shiftTime },
    onProgress: (done) => print(`  ${done}`),
  })
  await writeDemoState(config.DATA_DIR, 'open')
  return password
}
