import { useRouteLoaderData } from 'react-router'
import type { LoaderArgs } from '../server/visit'

/** What every page of a visit knows. */
export function toSiteData({ me, config, locale, now, publicUrl, markets, legalTexts }: LoaderArgs['context']) {
  const { realtime, demonstration, payments, map, places } = config
  return {
    me: me && { id: me.id, name: me.name, email: me.email, emailVerified: me.emailVerified },
    isMember: (me?.memberships.length ?? 0) > 0,
    zones: markets.map(({ timeZone }) => timeZone),
    realtime,
    payments,
    mapStyle: map.style,
    hasStreets: map.hasStreets,
    googleKey: map.googleKey,
    findsAddresses: places.haveAddresses,
    demonstration,
    locale,
    now,
    publicUrl,
    hasImprint: legalTexts?.has('imprint') ?? false,
  }
}

export const useSite = () => useRouteLoaderData<ReturnType<typeof toSiteData>>('root')
