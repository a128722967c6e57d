import type { LoaderFunctionArgs } from 'react-router'
import { parse as parseCookies } from 'cookie'
import { api, type Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { readConfig } from '@buy-locals/contracts/host/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { knownLocale, localeOfCurrency, preferredLocale, type Locale } from '@buy-locals/values/locale'
import type { Clock } from '@buy-locals/values/time'
import type { LegalTexts } from './legal-texts.ts'
import { withoutSession } from './session.ts'

/** One request of one visitor, as every loader sees it. */
export type Visit = {
  /** The API in the visitor's name; what a stranger is shown in the same way may be a copy. */
  callApi: Api
  me: Output<typeof readMe> | undefined
  /** The bookings whose links were opened in this browser, by the guest's cookie. */
  openedBookings: string[]
  config: Output<typeof readConfig>
  markets: Output<typeof listMarkets>['items']
  locale: Locale
  now: string
  publicUrl: string
  legalTexts: LegalTexts | undefined
  reportError(error: unknown): void
  /** The rendered page. As the body of a response it would be encoded and decoded on its way. */
  html?: string
}

export type LoaderArgs = LoaderFunctionArgs<Visit>

export type Site = {
  apiUrl: string
  /** Where the API is in the same process, the way to it without a connection. */
  fetchApi?: typeof fetch
  /** There too: what all strangers are shown alike, without a request. */
  readShared?: Api
  publicUrl: string
  /** The operator's, in the place of ours. */
  legalTexts?: LegalTexts | undefined
  clock: Clock
  /** Of what is our own fault. */
  reportError(error: unknown): void
}

/** `visitor` is what the API gets to see of the request; a visitor without cookies is everybody. `addressLocale` is the one that the address names. */
export async function createVisit(
  { apiUrl, fetchApi, readShared, publicUrl, legalTexts, clock, reportError }: Site,
  visitor: Readonly<Record<string, string>>,
  addressLocale?: Locale,
): Promise<Visit> {
  const headers = { ...visitor }
  const at = { baseUrl: apiUrl, ...(fetchApi && { fetch: fetchApi }) }
  const callInOwnName = api({ ...at, headers: () => headers })
  const cookies = parseCookies(headers['cookie'] ?? '')
  const isSignedIn = Boolean(cookies[cookieNames.access])

  const callAsAnyone = readShared ?? api(at)
  const [me, config, { items: markets }] = await Promise.all([
    isSignedIn ? callInOwnName(readMe, {}).catch(ignoreSignedOut) : undefined,
    cachedForAMinute(clock, `${apiUrl} config`, () => callAsAnyone(readConfig, {})),
    callAsAnyone(listMarkets, {}),
  ])
  // A session that is no more would be refused where strangers are shown less.
  if (isSignedIn && !me) headers['cookie'] = withoutSession(headers['cookie']).join('; ')
  const isMember = (me?.memberships.length ?? 0) > 0
  const callApi: Api = async (operation, input, options) => {
    const isTheSame = readShared && operation.shared && !(operation.showsMembersMore && isMember)
    if (!isTheSame) return callInOwnName(operation, input, options)
    return readShared(operation, input, options).catch((error: unknown) => {
      // Of a business that is not published yet, its owner's first membership may still be on its way.
      if (me && error instanceof Refusal && error.status === 404) return callInOwnName(operation, input, options)
      throw error
    })
  }
  const locale =
    addressLocale ??
    knownLocale(me?.locale) ??
    localeOfBrowser(headers['cookie'], headers['accept-language']) ??
    localeOfCurrency(markets[0]?.currency)
  const now = clock().toString({ smallestUnit: 'millisecond' })
  const openedBookings = cookies[cookieNames.manageLink]?.match(bookingIds) ?? []
  return { callApi, me, openedBookings, config, markets, locale, now, publicUrl, legalTexts, reportError }
}

/** What was chosen in this browser, or the preferred one of ours; undefined where it has no language of ours. */
export const localeOfBrowser = (cookies = '', acceptLanguage?: string): Locale | undefined =>
  knownLocale(parseCookies(cookies)[cookieNames.locale]) ?? preferredLocale(acceptLanguage)

const bookingIds = /bkg_[0-9a-z]+/gi

function ignoreSignedOut(error: unknown): undefined {
  if (error instanceof Refusal && error.status === 401) return undefined
  throw error
}

const cache = new Map<string, { until: number; response: Promise<unknown> }>()

/** What only a restart changes is fetched once a minute. A failure is not cached. */
function cachedForAMinute<T>(clock: Clock, key: string, load: () => Promise<T>): Promise<T> {
  const now = clock().epochMilliseconds
  const cached = cache.get(key)
  if (cached && cached.until > now) return cached.response as Promise<T>
  const response = load()
  cache.set(key, { until: now + 60_000, response })
  response.catch(() => cache.delete(key))
  return response
}
