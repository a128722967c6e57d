import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as sdk from '@aws-sdk/client-sns'
import { faultsIn, schemasOf } from '@buy-locals/service-kit/testing/sdk-schema'
import { snsPush } from '../src/adapters/sns-push.ts'

/** https://docs.aws.amazon.com/sns/latest/dg/ and the API reference: what a part says is cited by its name. */
const account = 'arn:aws:sns:us-west-2:123456789012'
const applications = {
  ios: `${account}:app/APNS/buy-locals`,
  'ios-sandbox': `${account}:app/APNS_SANDBOX/buy-locals`,
  android: `${account}:app/GCM/buy-locals`,
}

type Body = Record<string, unknown>
type Endpoint = { application: string; token: string; enabled: boolean }
/** What a phone shows, by what replaces what. */
type Shown = Map<string, { title: string; text: string; link: string | undefined }>

class Refusal extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

export type Manners = {
  /** Responds in the place of SNS, with a status and a code; undefined where SNS does. */
  instead?: (action: string) => { status: number; code: string } | undefined
  /** Hangs up on whoever calls. */
  isDown?: () => boolean
  /** SNS has done it, and its response is lost. */
  losesResponses?: (action: string) => boolean
  /** Milliseconds until it responds. */
  delayMs?: (action: string) => number
  timeoutMs?: number
}

/** The operations of mobile push that are used, as the vendor documents them, and the phones behind them. What it is sent, and what it answers, follows the SDK's own schemas. */
export async function startSns(manners: Manners = {}) {
  const endpoints = new Map<string, Endpoint>()
  const phones = new Map<string, Shown>()
  const published: { token: string; at: number }[] = []
  const calls: string[] = []

  const find = (arn: unknown): Endpoint => {
    const endpoint = endpoints.get(String(arn))
    if (!endpoint) throw new Refusal('NotFound', 'Endpoint does not exist', 404)
    return endpoint
  }

  const operations: Record<string, (body: Body) => Body> = {
    // "CreatePlatformEndpoint": idempotent; with other attributes it is refused, and the refusal names the endpoint.
    CreatePlatformEndpoint: ({ PlatformApplicationArn: application, Token }) => {
      const token = String(Token)
      if (!Object.values(applications).some((arn) => arn === application))
        throw new Refusal('NotFound', 'PlatformApplication does not exist', 404)
      if (token.startsWith('bad'))
        throw new Refusal('InvalidParameter', `Invalid parameter: Token Reason: iOS device tokens must be 64 characters: ${token}`) // prettier-ignore
      const [arn, endpoint] = [...endpoints].find(([, one]) => one.application === application && one.token === token) ?? [] // prettier-ignore
      if (arn !== undefined && endpoint?.enabled === false)
        throw new Refusal('InvalidParameter', `Invalid parameter: Token Reason: Endpoint ${arn} already exists with the same Token, but different attributes.`) // prettier-ignore
      if (arn !== undefined) return { EndpointArn: arn }
      const made = `${String(application).replace(':app/', ':endpoint/')}/${crypto.randomUUID()}`
      endpoints.set(made, { application: String(application), token, enabled: true })
      return { EndpointArn: made }
    },
    GetEndpointAttributes: ({ EndpointArn }) => {
      const { token, enabled } = find(EndpointArn)
      return { Attributes: { Enabled: String(enabled), Token: token } }
    },
    SetEndpointAttributes: ({ EndpointArn, Attributes }) => {
      const { Enabled, Token } = Attributes as Record<string, string>
      Object.assign(find(EndpointArn), { enabled: Enabled === 'true', token: Token })
      return {}
    },
    // "DeleteEndpoint": idempotent.
    DeleteEndpoint: ({ EndpointArn }) => {
      endpoints.delete(String(EndpointArn))
      return {}
    },
    Publish: ({ TargetArn, Message, MessageStructure, MessageAttributes }) => {
      const endpoint = endpoints.get(String(TargetArn))
      if (!endpoint)
        throw new Refusal('InvalidParameter', 'Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified') // prettier-ignore
      if (!endpoint.enabled) throw new Refusal('EndpointDisabled', 'Endpoint is disabled')
      const messages = JSON.parse(String(Message)) as Record<string, string>
      if (MessageStructure !== 'json' || messages['default'] === undefined)
        throw new Refusal('InvalidParameter', 'Invalid parameter: Message Reason: Invalid message body')
      const platform = /:app\/(\w+)\//.exec(endpoint.application)?.[1] ?? ''
      const shown = phones.get(endpoint.token) ?? new Map()
      shown.set(...readPayload(platform, messages[platform] ?? '', MessageAttributes as Attributes))
      phones.set(endpoint.token, shown)
      published.push({ token: endpoint.token, at: performance.now() })
      return { MessageId: crypto.randomUUID() }
    },
  }

  async function respond(request: IncomingMessage): Promise<{ status: number; xml: string } | undefined> {
    const { action, body } = readQuery(await read(request))
    calls.push(action)
    const { promise, resolve } = Promise.withResolvers<void>()
    setTimeout(resolve, manners.delayMs?.(action) ?? 0)
    await promise
    if (manners.isDown?.()) return undefined
    const instead = manners.instead?.(action)
    if (instead) return { status: instead.status, xml: errorXml(instead.code, 'Not now') }
    const { input, output } = schemasOf(sdk, action)
    const faults = faultsIn(input, body)
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')) faults.push('not signed')
    if (faults.length > 0) return { status: 400, xml: errorXml('ValidationError', `${action}: ${faults.join(', ')}`) }
    try {
      const result = operations[action]?.(body) ?? {}
      const wrong = faultsIn(output, result)
      if (wrong.length > 0) throw new Error(`The response to ${action} is none of the vendor's: ${wrong.join(', ')}`)
      if (manners.losesResponses?.(action)) return undefined
      return { status: 200, xml: resultXml(action, result) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { status: error.status, xml: errorXml(error.code, error.message) }
    }
  }

  const server = createServer((request, response) => {
    respond(request).then(
      (reply) => {
        if (!reply) return response.destroy()
        return response.writeHead(reply.status, { 'content-type': 'text/xml' }).end(reply.xml)
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }
  const pushMessages = snsPush({
    ...{ applications, connection: { endpoint, region: 'us-west-2', credentials } },
    timeoutMs: manners.timeoutMs ?? 5_000,
  })
  return {
    pushMessages,
    endpoints,
    published,
    calls,
    /** On the screen of a phone, the oldest first. */
    shownOn: async (token: string) => [...(phones.get(token)?.values() ?? [])],
    /** Its app was removed, as Apple or Google have noticed. */
    disable: (token: string) => {
      for (const one of endpoints.values()) if (one.token === token) one.enabled = false
    },
    [Symbol.asyncDispose]: async () => {
      pushMessages.close?.()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

type Attributes = Record<string, { StringValue?: string | undefined }> | undefined
type Payload = {
  aps?: { alert: { title: string; body: string } }
  link?: string
  fcmV1Message?: {
    message: {
      notification: { title: string; body: string }
      data?: { link?: string }
      android: { notification: { tag: string } }
    }
  }
}

/** As a phone of that platform reads it, with what it replaces. */
export function readPayload(platform: string, payload: string, attributes: Attributes) {
  const { aps, link, fcmV1Message } = JSON.parse(payload) as Payload
  if (platform === 'GCM') {
    const { notification, data, android } = fcmV1Message!.message
    return [android.notification.tag, { title: notification.title, text: notification.body, link: data?.link }] as const
  }
  const replaced = attributes?.['AWS.SNS.MOBILE.APNS.COLLAPSE_ID']?.StringValue ?? ''
  return [replaced, { title: aps!.alert.title, text: aps!.alert.body, link }] as const
}

/** The query protocol of AWS: lists and maps are numbered from one. */
function readQuery(text: string): { action: string; body: Body } {
  const body: Body = {}
  const maps = new Map<string, Map<string, Body>>()
  const params = new URLSearchParams(text)
  for (const [name, value] of params) {
    const [, map = '', index = '', field = ''] = /^(\w+)\.entry\.(\d+)\.(.+)$/.exec(name) ?? []
    if (!map) {
      if (name !== 'Action' && name !== 'Version') body[name] = value
      continue
    }
    const entries = maps.get(map) ?? new Map<string, Body>()
    entries.set(index, { ...entries.get(index), [field]: value })
    maps.set(map, entries)
  }
  for (const [map, entries] of maps)
    body[map] = Object.fromEntries([...entries.values()].map((entry) => [String(entry['key'] ?? entry['Name']), valueOf(entry)])) // prettier-ignore
  return { action: params.get('Action') ?? '', body }
}

function valueOf({ value, ...entry }: Body): unknown {
  if (value !== undefined) return value
  const fields = Object.entries(entry).filter(([name]) => name.startsWith('Value.'))
  return Object.fromEntries(fields.map(([name, each]) => [name.slice('Value.'.length), each]))
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const writeXml = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, each]) => `<entry><key>${key}</key><value>${writeXml(each)}</value></entry>`).join('') // prettier-ignore
    : escapeXml(String(value))

const resultXml = (action: string, result: Body) =>
  `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${Object.entries(result).map(([name, value]) => `<${name}>${writeXml(value)}</${name}>`).join('')}</${action}Result><ResponseMetadata><RequestId>${crypto.randomUUID()}</RequestId></ResponseMetadata></${action}Response>` // prettier-ignore

const errorXml = (code: string, message: string) =>
  `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${crypto.randomUUID()}</RequestId></ErrorResponse>`

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
