import tzLookup from '@photostructure/tz-lookup'
import { usableZone } from '@buy-locals/values/time'
import type { Point } from '../domain/geography.ts'

/** The zone of the place; another one at sea, or where the zone is newer than this machine's zone data. */
export function zoneOfPlace({ lat, lon }: Point, otherwise: string): string {
  const zone = tzLookup(lat, lon)
  return zone.startsWith('Etc/') ? otherwise : usableZone(zone, otherwise)
}
