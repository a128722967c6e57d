import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import twilio from 'twilio'
import { twilioSms } from '../src/adapters/twilio-sms.ts'

const accountSid = `AC${'0'.repeat(32)}`
const authToken = 'twilio_test_auth_token'
const from = '+15551234567'

type Listed = { sid: string; to: string; body: string; status: string }
type Manners = {
  /** Responds in the place of Twilio; false where it does not. */
  instead?: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Twilio has taken the SMS, and its response is lost. */
  losesResponses?: () => boolean
  /** Milliseconds until it responds. */
  delayMs?: () => number
  timeoutMs?: number
}

/** Twilio's emulator behind a proxy that can misbehave, the `sms` that sends through it, and the public address that it posts to. */
export async function startTwilio(manners: Manners = {}) {
  let target = ''
  const front = createServer((req, res) => void forward(req, res, target)).listen(0, '127.0.0.1')
  await once(front, 'listening')
  const publicUrl = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  const seed = { twilio: { account: { sid: accountSid, auth_token: authToken }, phone_numbers: [{ phone_number: from, sms_url: `${publicUrl}/v1/twilio/sms` }] } } // prettier-ignore
  const emulator = await createEmulator({ service: 'twilio', port: await freePort(), seed })
  const proxy = createServer((req, res) => void pass(req, res)).listen(0, '127.0.0.1')
  async function pass(req: IncomingMessage, res: ServerResponse) {
    if (manners.instead?.(req, res)) return
    await new Promise((done) => setTimeout(done, manners.delayMs?.() ?? 0))
    const isLost = req.method === 'POST' && manners.losesResponses?.() === true
    await forward(req, res, emulator.url, isLost)
  }
  await once(proxy, 'listening')
  const call = async (path: string, params?: Record<string, string>) => {
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
    const body = params && new URLSearchParams(params)
    const response = await fetch(emulator.url + path, { method: body ? 'POST' : 'GET', headers: { authorization }, ...(body && { body }) }) // prettier-ignore
    return response.json()
  }
  return {
    publicUrl,
    postTo: (url: string) => void (target = url),
    sms: twilioSms({
      ...{ accountSid, authToken, from, publicUrl },
      apiBase: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      timeoutMs: manners.timeoutMs ?? 5_000,
    }),
    /** What was sent. */
    list: async () => ((await call(`/2010-04-01/Accounts/${accountSid}/Messages.json`)) as { messages: Listed[] }).messages, // prettier-ignore
    /** A phone texts to us. */
    receive: (text: string, phone: string) => call('/_twilio/simulate/inbound-message', { To: from, From: phone, Body: text }), // prettier-ignore
    /** One that Advanced Opt-Out has recognized, and replied to. */
    receiveRecognized: (text: string, phone: string, type: string) => {
      const url = `${publicUrl}/v1/twilio/sms`
      const params = { To: from, From: phone, Body: text, OptOutType: type }
      const headers = { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, params) }
      return fetch(url, { method: 'POST', headers, body: new URLSearchParams(params) })
    },
    report: (sid: string, status: string) => call('/_twilio/simulate/message-status', { MessageSid: sid, Status: status }), // prettier-ignore
    [Symbol.asyncDispose]: async () => {
      proxy.closeAllConnections()
      front.closeAllConnections()
      await new Promise((done) => proxy.close(done))
      await new Promise((done) => front.close(done))
      await emulator.close()
    },
  }
}

async function forward(req: IncomingMessage, res: ServerResponse, to: string, isLost = false): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const headers = Object.entries(req.headers).filter(([name]) => /^(authorization|content-type|x-)/.test(name))
  const response = await fetch(to + (req.url ?? ''), {
    method: req.method ?? 'GET',
    headers: headers as [string, string][],
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  })
  const body = await response.text()
  if (isLost) return void res.destroy()
  res.writeHead(response.status, { 'content-type': 'application/json' }).end(body)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
