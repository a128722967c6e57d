import type { Deps } from '../deps.ts'
import { flow } from '../steps/photo-flow.ts'

/** The bytes under that key have been stored. */
export const receivePhoto = (deps: Pick<Deps, 'db' | 'clock' | 'media'>, key: string): Promise<void> =>
  flow.receive(deps, key)
