import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { findByPrefix, readPlaceQuery, toPlainName } from '../domain/place-name.ts'
import type { Place } from '@buy-locals/contracts/business/shapes'
import type { Places } from '../places.ts'

type Town = { name: string; plain: string; state: string; lat: number; lon: number; population: number }
type Zip = { plain: string; town: string; state: string; lat: number; lon: number }

const mostPlaces = 8
const country = 'US'

/** Towns and ZIP codes of the United States, read at the first query and kept. Needs neither network nor key. */
export function gazetteer(folder = new URL('../../data/gazetteer/', import.meta.url)): Places {
  let lists: ReturnType<typeof load> | undefined

  async function findTowns(name: string, state?: string): Promise<Town[]> {
    const { towns } = await (lists ??= load(folder))
    return findByPrefix(towns, name)
      .filter((town) => !state || town.state === state)
      .sort((a, b) => Number(b.plain === name) - Number(a.plain === name) || b.population - a.population)
  }
  const findZips = async (zip: string) => findByPrefix((await (lists ??= load(folder))).zips, zip)

  async function find(text: string): Promise<Entry[]> {
    const { name, state, zip } = readPlaceQuery(text)
    if (zip) return (await findZips(zip)).slice(0, mostPlaces).map(zipToEntry)
    return name ? (await findTowns(name, state)).slice(0, mostPlaces).map(townToEntry) : []
  }

  return {
    isMetered: false,
    find: async (text) => (await find(text)).map(({ place }) => place),
    suggest: async (text) =>
      (await find(text)).map(({ id, place: { label } }) => ({ id, label, source: 'gazetteer' as const })),
    async read(id) {
      const [kind, first = '', name = ''] = id.split('.')
      const zips = kind === 'zip' ? await findZips(first) : []
      const towns = kind === 'town' && name ? await findTowns(name.replaceAll('_', ' '), first) : []
      const found = [...zips.map(zipToEntry), ...towns.map(townToEntry)]
      return found.find((entry) => entry.id === id)?.place
    },
  }
}

type Entry = { id: string; place: Place }

const townToEntry = ({ name, plain, state, lat, lon }: Town): Entry => ({
  id: `town.${state}.${plain.replaceAll(' ', '_')}`,
  place: {
    label: `${name}, ${state}`,
    address: { city: name, region: state, country },
    location: { lat, lon },
    precision: 'city',
  },
})

const zipToEntry = ({ plain, town, state, lat, lon }: Zip): Entry => ({
  id: `zip.${plain}`,
  place: {
    label: `${plain} ${town}, ${state}`,
    address: { city: town, region: state, postcode: plain, country },
    location: { lat, lon },
    precision: 'postcode',
  },
})

/** In steps, because all of it takes a fifth of a second, in which nobody else would be answered. */
async function load(folder: URL) {
  const codes = await readRows(folder, 'us-zips.csv.gz')
  const zips = codes.flatMap(([plain = '', town = '', state = '', lat, lon]): Zip[] =>
    state ? [{ plain, town, state, lat: Number(lat), lon: Number(lon) }] : [],
  )
  await setImmediate()
  zips.sort(byName)
  const places = await readRows(folder, 'us-places.csv.gz')
  const towns = places.map(([, name = '', state = '', lat, lon, population]): Town => ({
    ...{ name, plain: toPlainName(name), state, lat: Number(lat), lon: Number(lon) },
    population: Number(population),
  }))
  await setImmediate()
  const all = [...towns, ...townsOfZips(zips, towns)]
  await setImmediate()
  return { zips, towns: all.sort(byName) }
}

/** Towns that have a ZIP code and are not in the list of places. They lie where their first ZIP code does. */
function townsOfZips(zips: Zip[], towns: Town[]): Town[] {
  const listed = new Set(towns.map(({ plain, state }) => `${plain}/${state}`))
  return zips.flatMap(({ town, state, lat, lon }) => {
    const plain = toPlainName(town)
    if (listed.has(`${plain}/${state}`)) return []
    listed.add(`${plain}/${state}`)
    return [{ name: town, plain, state, lat, lon, population: 0 }]
  })
}

const byName = (a: { plain: string }, b: { plain: string }) => (a.plain < b.plain ? -1 : a.plain > b.plain ? 1 : 0)

const linesAtOnce = 10_000

async function readRows(folder: URL, file: string): Promise<string[][]> {
  const csv = await promisify(gunzip)(await readFile(new URL(file, folder)))
  const lines = csv.toString().trim().split(/\r?\n/).slice(1)
  const rows: string[][] = []
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    rows.push(...lines.slice(from, from + linesAtOnce).map(splitCells))
    await setImmediate()
  }
  return rows
}

const splitCells = (line: string) =>
  line.includes('"')
    ? [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    : line.split(',')
