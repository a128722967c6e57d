import { createQueue } from '@buy-locals/values/queue'

/** A queue that takes no more while so many wait. */
export function createShortQueue({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
  const { run, waiting } = createQueue(atOnce)
  return {
    run: <T>(work: () => Promise<T>): Promise<T> | undefined => (waiting() < mostWaiting ? run(work) : undefined),
  }
}
