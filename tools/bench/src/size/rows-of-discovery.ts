import { toPosition } from '@buy-locals/business/domain/geography'
import { toSlug } from '@buy-locals/business/domain/slug'
import { toCells, toCountCell, toTownCell } from '@buy-locals/business/persistence/cells'
import type { Copy } from './copy-rows.ts'
import { kinds, pointOf, type Plan } from './plan.ts'
import { startsOfDay } from '../starts-of-day.ts'
import { at, chance, dayMs } from './world.ts'

const toMidnight = (ms: number) => ms - (ms % dayMs)

export const slugOf = (name: string): string => toSlug(name)

/** Profiles, and what is found. One in fifty waits for the operator. */
export function* rowsOfDiscovery({ world, ids, ours, nameOf, marketOf, nowMs }: Plan): Generator<Copy> {
  const { businesses, bookable, markets } = world
  const isPending = (n: number) => n % 50 === 49
  const slug = (n: number) => `${toSlug(nameOf(n))}`
  yield { table: 'business.markets', from: 1, count: markets, like: `id = '${ours.marketId}'`, columns: { id: ids.market, slug: (n) => `town-${n}`, name: (n) => `Town ${n}`, lat: (n) => pointOf(n, markets).lat, lon: (n) => pointOf(n, markets).lon } } // prettier-ignore
  yield { table: 'business.businesses', from: 1, count: businesses, like: `id = '${ours.id}'`, columns: { id: ids.business, slug, name: nameOf, market_id: marketOf, lat: (n) => pointOf(n, markets).lat, lon: (n) => pointOf(n, markets).lon, exact_lat: () => null, exact_lon: () => null, categories: (n) => `{${kinds[n % 12]}}`, status: (n) => (isPending(n) ? 'pending' : 'published'), site_number: (n) => (isPending(n) ? null : 1_000 + n) } } // prettier-ignore
  yield { table: 'business.slugs', from: 1, count: businesses, columns: { slug, business_id: ids.business } }
  yield { table: 'business.ratings', count: Math.ceil(businesses / 5), columns: { business_id: (n) => ids.business(n), mean: (n) => 3 + chance(n, 12) * 2, count: (n) => 1 + (n % 90), bayes: (n) => 3.5 + chance(n, 12), version: () => 1 } } // prettier-ignore
  yield { table: 'business.services', count: bookable * 2, like: `business_id = '${ours.id}'`, columns: { service_id: ids.service, business_id: (n) => ids.business(Math.floor(n / 2)), name: (n) => `Visit ${n % 7}` } } // prettier-ignore
  const dates = 14
  const ofPart = (part: keyof ReturnType<typeof startsOfDay>) => (n: number) =>
    `{${startsOfDay(toMidnight(nowMs + (n % dates) * dayMs))[part].join(',')}}`
  const starts = { morning: ofPart('morning'), afternoon: ofPart('afternoon'), evening: ofPart('evening') }
  yield { table: 'business.availability', count: bookable * 2 * dates, columns: { service_id: (n) => ids.service(Math.floor(n / dates)), date: (n) => at(nowMs + (n % dates) * dayMs).slice(0, 10), business_id: (n) => ids.business(Math.floor(n / dates / 2)), free_starts: (n) => n % 9, ...starts, price_amount: () => 4_500, price_currency: () => 'USD', version: () => 1 } } // prettier-ignore
  yield { table: 'business.search_docs', from: 1, count: businesses, only: (n) => !isPending(n), like: `business_id = '${ours.id}'`, columns: {
    business_id: (n) => ids.business(n),
    pos: (n) => `(${toPosition(pointOf(n, markets)).join(',')})`,
    lat: (n) => pointOf(n, markets).lat,
    lon: (n) => pointOf(n, markets).lon,
    cells: (n) => `{${toCells(pointOf(n, markets)).join(',')}}`,
    count_cell: (n) => toCountCell(pointOf(n, markets)),
    town_cell: (n) => toTownCell(toCountCell(pointOf(n, markets))),
    labels: (n) => `{${kinds[n % 12]},~hours${n < bookable ? ',~bookable' : ''}}`,
    rating: (n) => (n < businesses / 5 ? 3 + chance(n, 12) * 2 : 0),
    bayes: (n) => 3.5 + chance(n, 12),
    terms: (n) => nameOf(n).toLowerCase().split(' ').map((word, place) => `'${word}':${place + 1}A`).join(' '),
  } } // prettier-ignore
}
