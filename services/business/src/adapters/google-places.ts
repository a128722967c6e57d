import { Client as Geocoder } from '@googlemaps/google-maps-services-js'
import { PlacesClient } from '@googlemaps/places'
import { GoogleAuth } from 'google-auth-library'
import type { Temporal } from 'temporal-polyfill'
import type { Place, PlaceSuggestion } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Log } from '@buy-locals/service-kit/log'
import type { Places } from '../places.ts'
import { fromGeocoder, fromPlaceDetails } from './google-address.ts'

type Options = {
  apiKey: string
  /** Serves while Google does not, and what Google does not find. */
  gazetteer: Places
  clock: Clock
  log: Log
  /** Another than Google's own. */
  endpoint?: string | undefined
}

/** Names of places are in it, whoever reads them: what is stored of a business is in one language. */
const language = 'en'
const timeoutMs = 3_000
/** After a failure Google is left alone for so long, and nobody waits for it. */
const pause = { seconds: 30 }
const most = 8
/** What a business can be at. */
const kinds = ['street_address', 'premise', 'route', 'postal_code', 'locality']
const fields = ['id', 'formattedAddress', 'addressComponents', 'location', 'types']
/** https://cloud.google.com/apis/design/errors: the codes of gRPC. */
const codes = { invalidArgument: 3, notFound: 5 }

/** Google Maps Platform: the Geocoding API, and Autocomplete with Place Details of the Places API (New). Nothing it says is kept here. */
export function googlePlaces({ apiKey, gazetteer, clock, log, endpoint }: Options): Places {
  const url = endpoint ? new URL(endpoint) : undefined
  // Without the client's own retries, which would make people wait, and its adapter, which reads a refusal as a broken connection.
  const raxConfig = { retry: 0, noResponseRetries: 0 }
  const geocoder = new Geocoder({ config: { timeout: timeoutMs, adapter: 'http', raxConfig } })
  const client = new PlacesClient({
    // Given the key alone, the client searches for a machine of Google's around it before its first request.
    authClient: new GoogleAuth().fromAPIKey(apiKey),
    fallback: true, // JSON over HTTP, as everything else here
    ...(url && { apiEndpoint: url.hostname, port: Number(url.port), protocol: url.protocol.slice(0, -1) }),
  })
  let pausedUntil: Temporal.Instant | undefined

  /** `failed`: somebody else has to serve. */
  async function attempt<T>(call: () => Promise<T>): Promise<T | typeof failed> {
    if (pausedUntil && pausedUntil.epochMilliseconds > clock().epochMilliseconds) return failed
    try {
      return await call()
    } catch (error) {
      pausedUntil = clock().add(pause)
      log.warn({ reason: describe(error) }, 'Google does not find places; the gazetteer does')
      return failed
    }
  }

  async function geocode(address: string): Promise<Place[]> {
    const { data } = await geocoder.geocode({
      params: { address, language, key: apiKey },
      ...(url && { url: new URL('/maps/api/geocode/json', url).href }),
    })
    const status: string = data.status
    if (status === 'ZERO_RESULTS') return []
    if (status !== 'OK') throw new Refused(status)
    return data.results.flatMap((result) => fromGeocoder(result) ?? [])
  }

  async function autocomplete(input: string, sessionToken: string): Promise<PlaceSuggestion[]> {
    const request = { input, sessionToken, languageCode: language, includedPrimaryTypes: kinds }
    const [{ suggestions }] = await client.autocompletePlaces(request, callOptions())
    return (suggestions ?? []).flatMap(({ placePrediction }) => {
      const [id, label] = [placePrediction?.placeId, placePrediction?.text?.text]
      return id && label ? [{ id, label: label.slice(0, 160), source: 'google' as const }] : []
    })
  }

  async function readDetails(id: string, sessionToken: string): Promise<Place | undefined> {
    const request = { name: `places/${id}`, sessionToken, languageCode: language }
    const [place] = await client.getPlace(request, callOptions(fields)).catch((error: unknown) => {
      if (isUnknownPlace(error)) return [undefined]
      throw error
    })
    return place && fromPlaceDetails(place)
  }

  return {
    isMetered: true,
    async find(text) {
      const found = await attempt(() => geocode(text))
      return found === failed || found.length === 0 ? gazetteer.find(text) : found.slice(0, most)
    },
    async suggest(text, session) {
      const found = await attempt(() => autocomplete(text, session))
      return found === failed || found.length === 0 ? gazetteer.suggest(text, session) : found
    },
    async read(id, session) {
      if (!/^[\w-]+$/.test(id)) return gazetteer.read(id, session) // its ids have dots, which Google's have not
      const found = await attempt(() => readDetails(id, session))
      if (found === failed) throw new Problem('business/places-unavailable', 'Find it by its town or ZIP code')
      return found
    },
  }
}

const failed = Symbol('failed')

class Refused extends Error {}

const callOptions = (mask?: readonly string[]) => ({
  timeout: timeoutMs,
  maxRetries: 0,
  ...(mask && { otherArgs: { headers: { 'x-goog-fieldmask': mask.join(',') } } }),
})

/** An id that was never one, or is one no more. A key that is not right is an invalid argument too. */
function isUnknownPlace(error: unknown): boolean {
  const { code, reason } = error as { code?: number; reason?: string }
  return code === codes.notFound || (code === codes.invalidArgument && reason !== 'API_KEY_INVALID')
}

/** Never the error itself: it has the key, and what somebody has typed. */
function describe(error: unknown): string {
  if (error instanceof Refused) return error.message
  const { code, reason, response } = error as { code?: number | string; reason?: string; response?: { status: number } }
  return `${reason ?? response?.status ?? code ?? 'no response'}`
}
