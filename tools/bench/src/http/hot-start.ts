import { guestRequest } from './bookings.ts'
import { load, type Measured } from './load.ts'
import type { Server } from './server.ts'
import type { Group } from './town.ts'

const [clients, requestsEach] = [64, 5]

export type HotStart = { capacity: number; measured: Measured; accepted: number; withAlternatives: number }

/** Everybody wants the same start of one class at once. */
export async function rushAtOneStart(server: Server, group: Group): Promise<HotStart> {
  const requests = Array.from({ length: clients * requestsEach }, () => guestRequest({ ...group, id: group.businessId }, group.start)) // prettier-ignore
  const contains = '"alternatives":[{'
  const measured = await load({ url: server.url, clients, requests, once: true, seconds: 120, contains })
  const { capacity } = group
  return { capacity, measured, accepted: measured.byStatus['201'] ?? 0, withAlternatives: measured.containing['409'] ?? 0 } // prettier-ignore
}
