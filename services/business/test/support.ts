import { mkdtempSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as api from '@buy-locals/contracts/business/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Clock } from '@buy-locals/service-kit/clock'
import { throttleInTables } from '@buy-locals/service-kit/throttle'
import { openMedia } from '@buy-locals/media/open-media'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import { startService } from '@buy-locals/service-kit/testing/service'
import { gazetteer } from '../src/adapters/gazetteer.ts'
import type { Deps } from '../src/deps.ts'
import { countsInMemory } from '../src/persistence/counts-in-memory.ts'
import type { Database } from '../src/persistence/database.ts'
import { schema } from '../src/persistence/schema.ts'
import { businessService } from '../src/service.ts'
import { flow } from '../src/steps/photo-flow.ts'
import { ensureMarket } from '../src/use-cases/ensure-market.ts'

type Draft = Input<typeof api.registerBusiness>['body']
type Hours = Input<typeof api.changeHours>['body']

export const boise = { lat: 43.6135, lon: -116.20345 }
export const near = `${boise.lat},${boise.lon}`
export const always: Hours = { weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '24:00' })) }
export const owner = newId('person')
export const operator = newId('person')
export const stranger = newId('person')

export const barber = (changes: Partial<Draft> = {}): Draft => ({
  name: "Joe's Barbers",
  categories: ['hair'],
  address: { street: '1 Main St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
  location: boise,
  ...changes,
})

const mediaIn = (folder: string, clock: Clock) => openMedia({ kind: 'disk' }, { folder, publicUrl: 'http://127.0.0.1', secret: 'of the tests', clock }) // prettier-ignore

/** What the service needs besides. */
export const withOwnDeps = (deps: ServiceDeps<Database>, mediaFolder = join(tmpdir(), 'no-media')): Deps => ({
  ...deps,
  throttle: throttleInTables(deps.db, deps.clock),
  places: gazetteer(),
  gazetteer: gazetteer(),
  counts: countsInMemory(deps.db),
  media: mediaIn(mediaFolder, deps.clock).media,
  photoUploads: { points: 200, seconds: 60 },
  registrations: { points: 200, seconds: 60 },
  claims: { points: 20, seconds: 60 },
  claimMails: { points: 4, seconds: 60 },
  listingReports: { points: 30, seconds: 60 },
  placesFound: { points: 5, seconds: 60 },
})

/** A Friday, one in the morning in Boise, where a market is open. */
export async function startBusiness(now = '2026-03-20T07:00:00Z') {
  const mediaFolder = mkdtempSync(join(tmpdir(), 'buy-locals-media-'))
  let deps: Deps | undefined
  const running = await startService<Database>({
    name: 'business',
    migrations: schema.folder,
    extensions: schema.extensions,
    now,
    make: (shared) => {
      const own = withOwnDeps(shared, mediaFolder)
      deps = own
      const service = businessService(own)
      service.router.use(mediaIn(mediaFolder, shared.clock).router((key) => flow.receive(own, key)))
      return service
    },
  })
  const { db, clock, call } = running
  const market = await ensureMarket({ db, clock }, { slug: 'boise', name: 'Boise', location: boise, timeZone: 'America/Boise', currency: 'USD', feeBasisPoints: 500, complaintHours: 48 }) // prettier-ignore
  await running.member(operator, market.id, 'operator')

  const register = async (changes: Partial<Draft> = {}) => {
    const { body, status, problem } = await call(api.registerBusiness, { body: barber(changes) }, { as: owner })
    if (status !== 201) throw new Error(JSON.stringify(problem))
    return body
  }
  const publish = async (changes: Partial<Draft> = {}, hours: Hours = always) => {
    const { id: businessId } = await register(changes)
    await call(api.changeHours, { params: { businessId }, body: hours }, { as: owner })
    await call(api.publishBusiness, { params: { businessId } }, { as: owner })
    const { body, status, problem } = await call(api.approveBusiness, { params: { businessId } }, { as: operator })
    if (status !== 200) throw new Error(JSON.stringify(problem))
    return body
  }
  const search = async (query: Record<string, unknown> = {}) => {
    const area = 'bbox' in query || 'near' in query ? {} : { near }
    const { body, status, problem } = await call(api.searchBusinesses, { query: { ...area, ...query } as never })
    if (status !== 200) throw new Error(JSON.stringify(problem))
    return body
  }
  const read = (idOrSlug: string, as?: Id<'person'>) =>
    call(api.readBusiness, { params: { businessId: idOrSlug } }, { as })
  const stop = running[Symbol.asyncDispose].bind(running)
  return Object.assign(running, {
    market,
    mediaFolder,
    deps: deps as unknown as Deps,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await rm(mediaFolder, { recursive: true, force: true })
    },
    register,
    publish,
    search,
    read,
    named: async (query: Record<string, unknown> = {}) => (await search(query)).items.map(({ name }) => name),
    suspend: (businessId: Id<'business'>, as = operator) =>
      call(api.suspendBusiness, { params: { businessId }, body: { reason: 'Not a shop' } }, { as }),
  })
}

export async function boiseRows(): Promise<unknown[]> {
  const text = await readFile(new URL('../data/boise.cc0.jsonl', import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}
