import { Router } from 'express'
import { readConfig } from '@buy-locals/contracts/host/operations'
import type { Output } from '@buy-locals/contracts/operation'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import { mount, type Edge } from '@buy-locals/service-kit/mount'
import type { Config } from './config.ts'
import type { PaymentSettings } from './payments.ts'

type ClientConfig = Output<typeof readConfig>

/** What a client needs to know of this server. */
export function clientConfigOf(
  config: Config,
  { simulator, publishableKey }: PaymentSettings,
  publicUrl: string,
): ClientConfig {
  return {
    realtime: { http: `${publicUrl}/event`, ws: `${publicUrl.replace(/^http/, 'ws')}/event/realtime` },
    payments: {
      mode: config.payments,
      ...(publishableKey && { publishableKey }),
      ...(simulator && { apiBase: simulator.url }),
    },
    map: {
      style: config.MAP_STYLE_URL ?? `${publicUrl}/map/style.json`,
      hasStreets: Boolean(config.MAP_STYLE_URL ?? config.GOOGLE_MAPS_BROWSER_KEY),
      ...(config.GOOGLE_MAPS_BROWSER_KEY && { googleKey: config.GOOGLE_MAPS_BROWSER_KEY }),
    },
    places: { haveAddresses: Boolean(config.environment['GOOGLE_MAPS_API_KEY']) },
    minimumAppVersion: config.MINIMUM_APP_VERSION,
    demonstration: config.demonstration,
  }
}

/** Where else clients connect to. The host of a map's style has its tiles, letters and icons too. */
export const listOriginsOfClients = (
  { MAP_STYLE_URL: mapStyle }: Pick<Config, 'MAP_STYLE_URL'>,
  { simulator }: Pick<PaymentSettings, 'simulator'>,
  publicUrl: string,
  uploadOrigin: string,
): string[] => [
  publicUrl.replace(/^http/, 'ws'),
  uploadOrigin, // also of a page under another name of this machine
  ...(simulator ? [simulator.url] : []),
  ...(mapStyle ? [new URL(mapStyle).origin] : []),
]

/** Of the edge it takes what a request is checked with: the operation itself needs no database. */
export function clientConfigRouter<DB extends KitTables>(edge: Edge<DB>, clientConfig: ClientConfig): Router {
  const router = Router()
  mount(router, readConfig, edge, async () => clientConfig)
  return router
}
