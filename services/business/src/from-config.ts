import { readConfig } from '@buy-locals/service-kit/config'
import { connect } from '@buy-locals/service-kit/database'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import type { Service } from '@buy-locals/service-kit/service'
import { gazetteer } from './adapters/gazetteer.ts'
import { config } from './config.ts'
import type { Deps } from './deps.ts'
import { countsInMemory } from './persistence/counts-in-memory.ts'
import type { Database } from './persistence/database.ts'
import { businessService } from './service.ts'

type Environment = Record<string, string | undefined>

type FromConfig = {
  service: Service
  deps: Deps
}

export function businessFromConfig(host: Host, environment: Environment): FromConfig {
  const shared = hostedDeps<Database>('business', host)
  const deps = {
    ...shared,
    ...readConfig(config, environment),
    places: gazetteer(),
    counts: countsInMemory(shared.db),
  }
  return {
    service: businessService(deps),
    deps,
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
