import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type * as emulatorOfSes from 'aws-ses-v2-local'
import { sesMail } from '../src/adapters/ses-mail.ts'

/** A CommonJS module, whose default export Node and Vitest read in different ways. */
const { default: startEmulator } = createRequire(import.meta.url)('aws-ses-v2-local') as typeof emulatorOfSes.default

type Manners = {
  /** Responds in the place of SES; false where it does not. */
  instead?: (req: IncomingMessage, res: ServerResponse) => boolean
  /** SES has taken the mail, and its response is lost. */
  losesResponses?: () => boolean
  responseMs?: number
}

type Request = { Content: { Raw: { Data: string } }; Destination: { ToAddresses: string[] } }

/** The emulator of SES behind a proxy that can misbehave, and the `mail` that sends through it. */
export async function startSes(manners: Manners = {}) {
  const emulator: Server = await startEmulator({ host: '127.0.0.1', port: 0 })
  const target = `http://127.0.0.1:${(emulator.address() as AddressInfo).port}`
  const letters: string[] = []
  const recipients: string[] = []
  let attempts = 0
  const proxy = createServer((req, res) => void pass(req, res)).listen(0, '127.0.0.1')
  await once(proxy, 'listening')

  async function pass(req: IncomingMessage, res: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    attempts += 1
    if (manners.instead?.(req, res)) return
    const body = Buffer.concat(chunks)
    const headers = { authorization: req.headers.authorization ?? '', 'content-type': 'application/json' }
    const response = await fetch(target + (req.url ?? ''), { method: 'POST', headers, body })
    const text = await response.text()
    if (response.ok) {
      const { Content, Destination } = JSON.parse(body.toString()) as Request
      letters.push(Buffer.from(Content.Raw.Data, 'base64').toString())
      recipients.push(...Destination.ToAddresses)
    }
    if (manners.losesResponses?.()) return void res.destroy()
    res.writeHead(response.status, { 'content-type': 'application/json' }).end(text)
  }

  const connection = {
    region: 'us-west-2',
    endpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }
  const mail = sesMail({
    ...{ from: 'Buy Locals <hello@buylocals.example>', connection },
    patience: { connectMs: 1_000, responseMs: manners.responseMs ?? 5_000 },
  })
  return {
    mail,
    letters,
    recipients,
    attempts: () => attempts,
    [Symbol.asyncDispose]: async () => {
      mail.close?.()
      proxy.closeAllConnections()
      emulator.closeAllConnections()
      await new Promise((done) => proxy.close(done))
      await new Promise((done) => emulator.close(done))
    },
  }
}

/** As SES words an error. */
export const refuseWith =
  (status: number, type: string): NonNullable<Manners['instead']> =>
  (_req, res) => {
    const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type }
    res.writeHead(status, headers).end(JSON.stringify({ message: 'ada.lovelace@example.com is not verified' }))
    return true
  }
