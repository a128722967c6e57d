import { monitorEventLoopDelay, performance } from 'node:perf_hooks'

type Tries = { tries: number; enoughMs: number }
export type Measured = { ms: number; blockedMs: number }

/** How long a call takes, and the longest time in it for which nobody else was answered, without what other processes took of this core meanwhile: the best of some tries, and no further try once that is short enough. */
export async function measureBlocking(call: () => Promise<unknown>, { tries, enoughMs }: Tries): Promise<Measured> {
  let best = { ms: Infinity, blockedMs: Infinity }
  for (let left = tries; left > 0 && best.blockedMs >= enoughMs; left--) {
    const histogram = monitorEventLoopDelay({ resolution: 1 })
    histogram.enable()
    const [begun, loop, cpu] = [performance.now(), performance.eventLoopUtilization(), process.threadCpuUsage()]
    await call()
    const ms = performance.now() - begun
    await new Promise((done) => setTimeout(done, 5))
    histogram.disable()
    const { user, system } = process.threadCpuUsage(cpu)
    const share = Math.min(1, (user + system) / 1e3 / performance.eventLoopUtilization(loop).active)
    best = { ms: Math.min(best.ms, ms), blockedMs: Math.min(best.blockedMs, (histogram.max / 1e6) * share) }
  }
  return best
}
