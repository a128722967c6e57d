import { countInProcess, type OpenConnections } from '../realtime/open-connections.ts'
import type { OfPrimary } from './calls.ts'
import type { Answering, Channel } from './channel.ts'

/** One count for all processes, kept by the primary. */
export const connectionsByPrimary = (primary: Channel<OfPrimary>): OpenConnections => ({
  add: (of, limit) => primary.call('addConnection', { of, limit }),
  remove: (of) => void primary.call('removeConnection', of).catch(() => {}), // without a primary this process ends
})

type OfOneChild = Pick<Answering<OfPrimary>, 'addConnection' | 'removeConnection'> & { removeAll(): void }

/** The primary's half: for each child what it may call, and what ends all its connections when it has ended itself. */
export function connectionsOfChildren(): () => OfOneChild {
  const all = countInProcess()
  return () => {
    const own: string[] = []
    let hasEnded = false
    return {
      addConnection: async ({ of, limit }) => {
        if (hasEnded || !(await all.add(of, limit))) return false
        own.push(of)
        return true
      },
      removeConnection: async (of) => {
        if (hasEnded) return
        own.splice(own.lastIndexOf(of), 1)
        all.remove(of)
      },
      removeAll: () => {
        hasEnded = true // of what it has sent, the last may come after its end
        own.splice(0).forEach(all.remove)
      },
    }
  }
}
