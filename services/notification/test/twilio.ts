import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import twilio from 'twilio'
import { twilioSms } from '../src/adapters/twilio-sms.ts'

const accountSid = `AC${'0'.repeat(32)}`
const authToken = 'twilio_test_auth_token'
const from = '+15551234567'

type Listed = { sid: string; to: string; from: string; body: string; status: string }
type Manners = {
  /** Responds in the place of Twilio; false where it does not. */
  instead?: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Twilio has taken the SMS, and its response is lost. */
  losesResponses?: () => boolean
  /** Milliseconds until it responds. */
  delayMs?: () => number
  timeoutMs?: number
}

/** As Twilio words an error: it repeats the number. */
export const refuseWith =
  (status: number, code: number): NonNullable<Manners['instead']> =>
  (req, res) => {
    if (req.method !== 'POST') return false
    respond(res, status, { code, status, message: "The 'To' number +12085550123 is not valid" })
    return true
  }

/** Twilio's emulator behind a proxy that refuses what Twilio does and can misbehave, the `sms` that sends through it, and the public address that it posts to. */
export async function startTwilio(manners: Manners = {}) {
  let target = ''
  const front = createServer((req, res) => void post(req, res)).listen(0, '127.0.0.1')
  const post = async (req: IncomingMessage, res: ServerResponse) =>
    target ? forward({ req, res, body: await read(req), to: target }) : res.writeHead(204).end()
  await once(front, 'listening')
  const publicUrl = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  const seed = { twilio: { account: { sid: accountSid, auth_token: authToken }, phone_numbers: [{ phone_number: from, sms_url: `${publicUrl}/v1/twilio/sms` }] } } // prettier-ignore
  const emulator = await createEmulator({ service: 'twilio', port: await freePort(), seed })
  const proxy = createServer((req, res) => void pass(req, res)).listen(0, '127.0.0.1')
  const stopped = new Set<string>()
  async function pass(req: IncomingMessage, res: ServerResponse) {
    if (manners.instead?.(req, res)) return
    await new Promise((done) => setTimeout(done, manners.delayMs?.() ?? 0))
    const isSent = req.method === 'POST'
    const body = await read(req)
    const to = new URLSearchParams(body.toString()).get('To') ?? ''
    if (isSent && !/^\+[1-9]\d{6,14}$/.test(to)) return void refuseWith(400, 21_211)(req, res)
    if (isSent && stopped.has(to)) return void refuseWith(400, 21_610)(req, res)
    await forward({ req, res, body, to: emulator.url, isLost: isSent && manners.losesResponses?.() === true })
  }
  await once(proxy, 'listening')
  const account = { accountSid, authToken, apiBase: emulator.url }
  return {
    publicUrl,
    postTo: (url: string) => void (target = url),
    sms: twilioSms({
      ...{ accountSid, authToken, from, publicUrl },
      apiBase: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      timeoutMs: manners.timeoutMs ?? 5_000,
    }),
    /** What was sent. */
    list: () => listMessages(account),
    /** A phone texts to us. */
    receive: (text: string, phone: string) => {
      if (text === 'STOP') stopped.add(phone)
      if (text === 'START') stopped.delete(phone)
      return call(account, '/_twilio/simulate/inbound-message', { To: from, From: phone, Body: text })
    },
    /** One that Advanced Opt-Out has recognized, and replied to. */
    receiveRecognized: (text: string, phone: string, type: string) => {
      const url = `${publicUrl}/v1/twilio/sms`
      const params = { To: from, From: phone, Body: text, OptOutType: type }
      const headers = { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, params) }
      return fetch(url, { method: 'POST', headers, body: new URLSearchParams(params) })
    },
    report: (sid: string, status: string) => call(account, '/_twilio/simulate/message-status', { MessageSid: sid, Status: status }), // prettier-ignore
    [Symbol.asyncDispose]: async () => {
      proxy.closeAllConnections()
      front.closeAllConnections()
      await new Promise((done) => proxy.close(done))
      await new Promise((done) => front.close(done))
      await emulator.close()
    },
  }
}

type Account = { accountSid: string; authToken: string; apiBase: string }

async function call({ accountSid, authToken, apiBase }: Account, path: string, params?: Record<string, string>) {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const body = params && new URLSearchParams(params)
  const response = await fetch(apiBase + path, { method: body ? 'POST' : 'GET', headers: { authorization }, ...(body && { body }) }) // prettier-ignore
  return response.json()
}

/** The newest first. */
export async function listMessages(account: Account, to?: string): Promise<Listed[]> {
  const query = to === undefined ? '' : `?To=${encodeURIComponent(to)}`
  const path = `/2010-04-01/Accounts/${account.accountSid}/Messages.json${query}`
  return ((await call(account, path)) as { messages: Listed[] }).messages
}

type Forwarded = { req: IncomingMessage; res: ServerResponse; body: Buffer<ArrayBuffer>; to: string; isLost?: boolean }

async function forward({ req, res, body, to, isLost = false }: Forwarded): Promise<void> {
  const headers = Object.entries(req.headers).filter(([name]) => /^(authorization|content-type|x-)/.test(name))
  const response = await fetch(to + (req.url ?? ''), {
    method: req.method ?? 'GET',
    headers: headers as [string, string][],
    ...(body.length > 0 && { body }),
  })
  const text = await response.text()
  if (isLost) return void res.destroy()
  res.writeHead(response.status, { 'content-type': 'application/json' }).end(text)
}

const respond = (res: ServerResponse, status: number, body: object) =>
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function read(req: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
