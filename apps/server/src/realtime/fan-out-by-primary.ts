import type { Channel } from '../processes/channel.ts'
import type { OfPrimary } from '../processes/calls.ts'
import { inProcessFanOut, type FanOut, type HubMessage } from './fan-out.ts'

/** Over the primary process to every process of this machine, this one too. A process that misses a message has ended, and its clients with it. */
export function fanOutByPrimary(primary: Channel<OfPrimary>): FanOut & { deliver(message: HubMessage): Promise<void> } {
  const own = inProcessFanOut()
  return {
    broadcast: (message) => primary.call('broadcast', message),
    deliver: (message) => own.broadcast(message),
    subscribe: own.subscribe,
    close: own.close,
  }
}
