import type { Router } from 'express'
import { readConfig } from '@buy-locals/service-kit/config'
import { connect } from '@buy-locals/service-kit/database'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import type { Service } from '@buy-locals/service-kit/service'
import { gazetteer } from './adapters/gazetteer.ts'
import { mediaOnDisk } from './adapters/media-on-disk/media-on-disk.ts'
import { mediaRouter } from './adapters/media-on-disk/media-router.ts'
import { config } from './config.ts'
import type { Deps } from './deps.ts'
import { countsInMemory } from './persistence/counts-in-memory.ts'
import type { Database } from './persistence/database.ts'
import { businessService } from './service.ts'
import { receivePhoto } from './use-cases/receive-photo.ts'

type Environment = Record<string, string | undefined>

type FromConfig = {
  service: Service
  deps: Deps
  /** Takes uploads and gives files, where this machine keeps them. */
  mediaRouter: Router
}

/** `mediaFolder` is where photos are, the same for all processes and machines. */
export function businessFromConfig(
  { mediaFolder, ...host }: Host & { mediaFolder: string },
  environment: Environment,
): FromConfig {
  const shared = hostedDeps<Database>('business', host)
  const disk = { folder: mediaFolder, publicUrl: host.publicUrl, secret: host.databaseSecret }
  const deps = {
    ...shared,
    ...readConfig(config, environment),
    places: gazetteer(),
    media: mediaOnDisk(disk),
    counts: countsInMemory(shared.db),
  }
  return {
    service: businessService(deps),
    deps,
    mediaRouter: mediaRouter({ ...disk, clock: deps.clock, onStored: (key) => receivePhoto(deps, key) }),
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
