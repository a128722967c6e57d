import type { OpenedMedia } from '@buy-locals/media/media'
import { readConfig } from '@buy-locals/service-kit/config'
import { connect } from '@buy-locals/service-kit/database'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import type { Service } from '@buy-locals/service-kit/service'
import { gazetteer } from './adapters/gazetteer.ts'
import { config, type Google } from './config.ts'
import type { Deps } from './deps.ts'
import { countsInMemory } from './persistence/counts-in-memory.ts'
import type { Database } from './persistence/database.ts'
import type { Places } from './places.ts'
import { businessService } from './service.ts'
import { receivePhoto } from './use-cases/receive-photo.ts'

type Environment = Record<string, string | undefined>

type FromConfig = {
  service: Service
  deps: Deps
  /** The bytes of an upload under that key have come. */
  onStored(key: string): Promise<void>
}

export function businessFromConfig(
  { media, ...host }: Host & Pick<OpenedMedia, 'media'>,
  environment: Environment,
): FromConfig {
  const shared = hostedDeps<Database>('business', host)
  const { google, ...settings } = readConfig(config, environment)
  const offline = gazetteer()
  const deps = {
    ...shared,
    ...settings,
    gazetteer: offline,
    places: openPlaces(google, { ...shared, gazetteer: offline }),
    media,
    counts: countsInMemory(shared.db),
  }
  return {
    service: businessService(deps),
    deps,
    onStored: (key) => receivePhoto(deps, key),
  }
}

/** The SDK is loaded at the first question: it takes as long as the rest of the service. */
function openPlaces(
  { apiKey, endpoint }: Google,
  { gazetteer: offline, clock, log }: Pick<Deps, 'gazetteer' | 'clock' | 'log'>,
): Places {
  if (!apiKey) return offline
  let opened: Promise<Places> | undefined
  const open = () =>
    (opened ??= import('./adapters/google-places.ts').then(({ googlePlaces }) =>
      googlePlaces({ apiKey, endpoint, gazetteer: offline, clock, log }),
    ))
  return {
    isMetered: true,
    find: async (text) => (await open()).find(text),
    suggest: async (text, session) => (await open()).suggest(text, session),
    read: async (id, session) => (await open()).read(id, session),
  }
}

/** For setting up without a running service: what `ensureMarket` needs. Whoever takes it closes `db`. */
export const setupFromConfig = ({
  databaseUrl,
  databaseSecret,
  clock,
}: Pick<Host, 'databaseUrl' | 'databaseSecret' | 'clock'>): Pick<Deps, 'db' | 'clock'> => ({
  db: connect<Database>(serviceUrl(databaseUrl, 'business', databaseSecret), { applicationName: 'setup', max: 2 }),
  clock,
})
