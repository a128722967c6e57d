import type { Matter } from '../two-towns/bookings.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import type { Asked } from './asked.ts'

/** Makes whatever a good request needs, and then the request. What it changes, nobody else's request is about. */
export type Make = (towns: TwoTowns, matter: Matter) => Promise<Asked>
export type Makers = Record<string, Make>
