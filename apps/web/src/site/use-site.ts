import { useRouteLoaderData } from 'react-router'
import type { Asked } from '../server/asked'

/** What every page of a visit knows. */
export function siteOf({ me, config, locale, now, publicUrl, markets }: Asked['context']) {
  const { realtime, demonstration, payments, map } = config
  return {
    me: me && { id: me.id, name: me.name, email: me.email, emailVerified: me.emailVerified },
    isMember: (me?.memberships.length ?? 0) > 0,
    zones: markets.map(({ timeZone }) => timeZone),
    realtime,
    payments,
    mapStyle: map.style,
    demonstration,
    locale,
    now,
    publicUrl,
  }
}

export const useSite = () => useRouteLoaderData<ReturnType<typeof siteOf>>('root')
