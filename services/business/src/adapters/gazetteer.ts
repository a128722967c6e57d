import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { plainName, prefixIn, readPlaceQuery } from '../domain/place-name.ts'
import type { Point } from '../domain/sphere.ts'

export type Place = { label: string; location: Point; precision: 'exact' | 'street' | 'postcode' | 'city' }
/** Where a text may be, likeliest first. */
export type Places = { find(text: string): Promise<Place[]> }

type Town = { name: string; plain: string; state: string; lat: number; lon: number; population: number }
type Zip = { plain: string; town: string; state: string; lat: number; lon: number }

const MOST = 8

/** Towns and ZIP codes of the United States, read at the first question and kept. Needs neither network nor key. */
export function gazetteer(folder = new URL('../../data/gazetteer/', import.meta.url)): Places {
  let known: ReturnType<typeof load> | undefined
  return {
    find: async (text) => {
      known ??= load(folder)
      const { towns, zips } = await known
      const { name, state, zip } = readPlaceQuery(text)
      if (zip) return prefixIn(zips, zip).slice(0, MOST).map(placeOfZip)
      if (!name) return []
      return prefixIn(towns, name)
        .filter((town) => !state || town.state === state)
        .sort((a, b) => Number(b.plain === name) - Number(a.plain === name) || b.population - a.population)
        .slice(0, MOST)
        .map(placeOfTown)
    },
  }
}

const placeOfTown = ({ name, state, lat, lon }: Town): Place => ({
  label: `${name}, ${state}`,
  location: { lat, lon },
  precision: 'city',
})

const placeOfZip = ({ plain, town, state, lat, lon }: Zip): Place => ({
  label: `${plain} ${town}, ${state}`,
  location: { lat, lon },
  precision: 'postcode',
})

async function load(folder: URL) {
  const [places, codes] = await Promise.all([rowsOf(folder, 'us-places.csv.gz'), rowsOf(folder, 'us-zips.csv.gz')])
  const zips = codes.flatMap(([plain = '', town = '', state = '', lat, lon]): Zip[] =>
    state ? [{ plain, town, state, lat: Number(lat), lon: Number(lon) }] : [],
  )
  const towns = places.map(([, name = '', state = '', lat, lon, population]): Town => ({
    ...{ name, plain: plainName(name), state, lat: Number(lat), lon: Number(lon) },
    population: Number(population),
  }))
  return { zips: zips.sort(byName), towns: [...towns, ...postTowns(zips, towns)].sort(byName) }
}

/** Towns that the post knows and the list of places does not. They lie where their first ZIP code does. */
function postTowns(zips: Zip[], towns: Town[]): Town[] {
  const known = new Set(towns.map(({ plain, state }) => `${plain}/${state}`))
  return zips.flatMap(({ town, state, lat, lon }) => {
    const plain = plainName(town)
    if (known.has(`${plain}/${state}`)) return []
    known.add(`${plain}/${state}`)
    return [{ name: town, plain, state, lat, lon, population: 0 }]
  })
}

const byName = (a: { plain: string }, b: { plain: string }) => (a.plain < b.plain ? -1 : a.plain > b.plain ? 1 : 0)

async function rowsOf(folder: URL, file: string): Promise<string[][]> {
  const csv = await promisify(gunzip)(await readFile(new URL(file, folder)))
  return csv.toString().trim().split(/\r?\n/).slice(1).map(cells)
}

const cells = (line: string) =>
  line.includes('"')
    ? [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    : line.split(',')
