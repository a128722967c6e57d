import type { Deps } from '@buy-locals/notification/deps'
import type { Config } from './config.ts'
import type { Payments } from './payments.ts'

/** What a client needs to know of this server. */
export function clientConfigOf(
  config: Config,
  { simulator, publishableKey }: Payments,
  publicUrl: string,
): Deps['clientConfig'] {
  return {
    realtime: { http: `${publicUrl}/event`, ws: `${publicUrl.replace(/^http/, 'ws')}/event/realtime` },
    payments: {
      mode: config.payments,
      ...(publishableKey && { publishableKey }),
      ...(simulator && { apiBase: simulator.url }),
    },
    map: { style: config.MAP_STYLE_URL ?? `${publicUrl}/map/style.json` },
    minimumAppVersion: '1.0.0',
    demonstration: config.demonstration,
  }
}
