import { formatZoneInFull } from './format-time.ts'

type Reader = { locale: string }

/** Zones have a city for a name; those of a fixed offset have none, and their sign is the wrong way round. */
const cityOf = (zone: string) => (zone.startsWith('Etc/') ? undefined : zone.split('/').at(-1)?.replaceAll('_', ' '))

function nameOf(reader: Reader, at: string, zone: string): string {
  const [name, city] = [formatZoneInFull(reader, at, zone), cityOf(zone)]
  return city ? `${name} (${city})` : name
}

/** Every time zone as people name it, "Mountain Time (Boise)". The one that is set stays among them, also under a name that is no longer usual. */
export function timeZoneChoices(reader: Reader, at: string, current: string): { zone: string; name: string }[] {
  const { compare } = new Intl.Collator(reader.locale)
  return [...new Set([...Intl.supportedValuesOf('timeZone'), current])]
    .map((zone) => ({ zone, name: nameOf(reader, at, zone) }))
    .toSorted((a, b) => compare(a.name, b.name))
}
