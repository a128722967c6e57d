import twilio from 'twilio'
import type { Temporal } from 'temporal-polyfill'
import { statusPath, type Sms, type TextMessages } from '../sms.ts'
import { smsError } from './sms-error.ts'

type Settings = {
  accountSid: string
  authToken: string
  /** A number of ours in E.164, or the sid of a messaging service. */
  from: string
  publicUrl: string
  /** Of an emulator. */
  apiBase?: string | undefined
  timeoutMs?: number
}

const api = 'https://api.twilio.com'

/** The SDK has no setting for its base address. */
class RequestClient extends twilio.RequestClient {
  readonly #base: string
  constructor(base: string, timeoutMs: number) {
    super({ timeout: timeoutMs })
    this.#base = base
  }
  override request<T>(options: Parameters<twilio.RequestClient['request']>[0]) {
    return super.request<T>({ ...options, uri: options.uri.replace(api, this.#base) } as never)
  }
}

/** Twilio's Messages API takes no key of ours, so one whose response was lost is looked for in its list before it is sent again. */
export function twilioSms({
  accountSid,
  authToken,
  from,
  publicUrl,
  apiBase = api,
  timeoutMs = 45_000,
}: Settings): TextMessages {
  const client = twilio(accountSid, authToken, { httpClient: new RequestClient(apiBase, timeoutMs) })
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from }
  return {
    repliesToKeywords: true,
    ...(!from.startsWith('MG') && { sender: from }),
    send: async ({ id, to, text }) => {
      const statusCallback = `${publicUrl}${statusPath}?delivery=${id}`
      const { sid } = await client.messages.create({ to, body: text, statusCallback, ...sender }).catch(toSmsError)
      return sid
    },
    find: async ({ to, text }: Sms, since: Temporal.Instant) => {
      const sent = await client.messages.list({ to, limit: 20 }).catch(toSmsError)
      const isSame = ({ body, dateCreated }: (typeof sent)[number]) =>
        body.endsWith(text) && dateCreated.getTime() >= since.epochMilliseconds - clockDifferenceMs
      return sent.find(isSame)?.sid
    },
    readCallback: (path, body, signature) => {
      const params = Object.fromEntries(new URLSearchParams(body))
      return twilio.validateRequest(authToken, signature ?? '', publicUrl + path, params) ? params : undefined
    },
  }
}

const clockDifferenceMs = 60_000

/** https://www.twilio.com/docs/api/errors: opted out; no such number, none that takes SMS, a country we may not text, a landline. */
const stoppedCode = 21_610
const permanentCodes = [21_211, 21_214, 21_217, 21_408, 21_612, 21_614, 30_003, 30_005, 30_006]

function toSmsError(error: unknown): never {
  const { status, code } = error as { status?: number; code?: number | string }
  const number = typeof code === 'number' ? code : undefined
  const isStopped = number === stoppedCode
  const isPermanent = number !== undefined && (isStopped || permanentCodes.includes(number))
  throw smsError({ text: String(code ?? status ?? 'no code'), code: number, status, isStopped, isPermanent })
}
