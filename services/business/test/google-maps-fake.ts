import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GeocodeRequest, GeocodeResponseData, GeocodeResult } from '@googlemaps/google-maps-services-js'
import { protos } from '@googlemaps/places'
import { findFaults } from './proto-faults.ts'
import { addresses, toGeocodeResult, toPlaceDetails, type KnownAddress } from './google-addresses.ts'

const types = protos.google.maps.places.v1

/** Every parameter that the SDK's own type has; others it would not send. */
const geocodeParameters: Record<keyof GeocodeRequest['params'], true> = {
  ...{ address: true, place_id: true, bounds: true, language: true, region: true, components: true },
  ...{ key: true, client_id: true, client_secret: true, channel: true, solution_channel: true },
}

export const apiKey = 'AIzaSy-of-the-tests'

type Failure = 'over quota' | 'down' | 'silent'

/**
 * Google Maps Platform, as its documentation has it (developers.google.com/maps/documentation): `geocoding/requests-geocoding`,
 * `places/web-service/place-autocomplete`, `place-details`, `session-pricing`. What it is sent, and what it answers, is held
 * against the types of Google's own clients.
 */
export async function startGoogleMaps() {
  const faults: string[] = []
  const sessions = new Map<string, { typed: number; isOver: boolean }>()
  const bill = { geocodes: 0, sessions: 0, withoutSession: 0 }
  let failure: Failure | undefined

  /** "Geocoding responses": a request that is not served is a 200 with its status, and no results. */
  function geocode(query: URLSearchParams): { status: number; body: GeocodeResponseData } {
    for (const name of query.keys()) if (!(name in geocodeParameters)) faults.push(`geocode has no parameter ${name}`)
    const respond = (status: string, error_message: string, results: GeocodeResult[] = []) => ({
      status: 200,
      body: { status, error_message, results } as GeocodeResponseData,
    })
    if (query.get('key') !== apiKey) return respond('REQUEST_DENIED', 'The provided API key is invalid.')
    if (failure === 'over quota') return respond('OVER_QUERY_LIMIT', 'You have exceeded your rate-limit for this API.')
    bill.geocodes++
    const found = findAddresses(query.get('address') ?? '')
    return respond(found.length ? 'OK' : 'ZERO_RESULTS', '', found.map(toGeocodeResult))
  }

  /** "Errors" of Google's APIs (cloud.google.com/apis/design/errors): the status in words, and its reason among the details. */
  const refuse = (code: number, status: string, message: string, reason?: string) => ({
    status: code,
    body: { error: { code, status, message, details: reason ? [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }] : [] } }, // prettier-ignore
  })

  function refuseAll(headers: IncomingMessage['headers']) {
    if (headers['x-goog-api-key'] !== apiKey)
      return refuse(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID')
    return failure === 'over quota'
      ? refuse(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', 'RATE_LIMIT_EXCEEDED')
      : undefined
  }

  /** "Session pricing": a session is the requests with one token until a place is read with it; then the token is worth nothing. */
  function autocomplete(body: Record<string, unknown>) {
    faults.push(...findFaults(types.AutocompletePlacesRequest, body))
    const token = typeof body['sessionToken'] === 'string' ? body['sessionToken'] : ''
    const session = sessions.get(token) ?? { typed: 0, isOver: false }
    if (!token || session.isOver) bill.withoutSession++
    else sessions.set(token, { ...session, typed: session.typed + 1 })
    const suggestions = findAddresses(String(body['input'])).map(({ id, label }) => ({
      placePrediction: { place: `places/${id}`, placeId: id, text: { text: label, matches: [{ endOffset: 1 }] } },
    }))
    // "Autocomplete (New)": no suggestions is an empty object.
    const response = suggestions.length ? { suggestions } : {}
    faults.push(...findFaults(types.AutocompletePlacesResponse, response))
    return { status: 200, body: response }
  }

  /** "Place Details (New)": without a field mask the request is refused; only the fields of the mask are there. */
  function readPlace(id: string, token: string | null, mask: string) {
    if (!mask) return refuse(400, 'INVALID_ARGUMENT', 'FieldMask is a required parameter')
    faults.push(...mask.split(',').filter((field) => !(field in types.Place.prototype)).map((field) => `a place has no ${field}`)) // prettier-ignore
    const address = addresses.find((each) => each.id === id)
    if (!address) return refuse(404, 'NOT_FOUND', 'The Place ID is no longer valid.')
    const session = token ? sessions.get(token) : undefined
    if (!token || !session || session.isOver) bill.withoutSession++
    else {
      bill.sessions++
      session.isOver = true
    }
    const all: Record<string, unknown> = toPlaceDetails(address)
    const body = Object.fromEntries(mask.split(',').map((field) => [field, all[field]]))
    faults.push(...findFaults(types.Place, body))
    return { status: 200, body }
  }

  async function respond(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    if (failure === 'silent') return
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://google')
    const run = () => {
      if (failure === 'down') return refuse(503, 'UNAVAILABLE', 'The service is currently unavailable.')
      if (pathname === '/maps/api/geocode/json') return geocode(searchParams)
      const refused = refuseAll(req.headers)
      if (refused) return refused
      if (pathname === '/v1/places:autocomplete')
        return autocomplete(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>)
      const id = decodeURIComponent(pathname.replace('/v1/places/', ''))
      return readPlace(id, searchParams.get('sessionToken'), String(req.headers['x-goog-fieldmask'] ?? ''))
    }
    const { status, body } = run()
    res.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body))
  }

  const server = createServer((req, res) => void respond(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    faults,
    bill,
    fail: (how: Failure | undefined) => void (failure = how),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const findAddresses = (text: string): KnownAddress[] =>
  addresses.filter(({ label }) => label.toLowerCase().startsWith(text.trim().toLowerCase()))
