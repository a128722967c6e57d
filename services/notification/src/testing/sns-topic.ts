import { once } from 'node:events'
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signCertificate } from './certificate.ts'

export const topicArn = 'arn:aws:sns:us-west-2:123456789012:mail-events'
const host = 'https://sns.us-west-2.amazonaws.com'

type Fields = Record<string, string>
type Manners = { keys?: Keys; validity?: { from: string; to: string }; instead?: (req: IncomingMessage, res: ServerResponse) => boolean } // prettier-ignore
type Keys = ReturnType<typeof newTopicKeys>

export const newTopicKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
/** Making a pair takes a tenth of a second, and few tests need one of their own. */
let keysOfAll: Keys | undefined

/** A topic that signs what it posts as SNS does, and the server that has its certificate and where subscriptions are confirmed. */
export async function startSnsTopic({
  keys = (keysOfAll ??= newTopicKeys()),
  validity = { from: '20250101000000Z', to: '20991231235959Z' },
  instead = () => false,
}: Manners = {}) {
  const certificate = signCertificate(keys, validity)
  const requests: string[] = []
  const server = createServer((req, res) => {
    requests.push(req.url ?? '')
    if (instead(req, res)) return
    res.end(req.url?.endsWith('.pem') ? certificate : '<ConfirmSubscriptionResponse/>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  /** `version` 1 is signed with SHA-1. What `changes` has replaces fields before they are signed; undefined leaves one out. */
  function post(changes: Record<string, string | undefined>, version: '1' | '2' = '2'): Fields {
    const { Type = 'Notification' } = changes
    const fields = Object.fromEntries(
      Object.entries({
        ...{ Type, MessageId: crypto.randomUUID(), TopicArn: topicArn, Message: 'x', Timestamp: '2026-03-20T08:00:00.000Z' }, // prettier-ignore
        ...(Type !== 'Notification' && { Token: 'token', SubscribeURL: `${host}/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=token` }), // prettier-ignore
        ...changes,
      }).filter((field): field is [string, string] => field[1] !== undefined),
    )
    const names = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
    const text = names.filter((name) => name in fields).map((name) => `${name}\n${fields[name]}\n`).join('') // prettier-ignore
    const signature = sign(version === '1' ? 'RSA-SHA1' : 'RSA-SHA256', Buffer.from(text), keys.privateKey)
    return {
      ...{ SignatureVersion: version, SigningCertURL: `${host}/SimpleNotificationService-0123456789abcdef.pem` },
      ...fields,
      Signature: signature.toString('base64'),
    }
  }

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    post,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

export type SnsTopic = Awaited<ReturnType<typeof startSnsTopic>>

type About = {
  address: string
  reference?: string
  mailedAt?: string
  bounceType?: string
  subType?: string
  status?: string | undefined
  feedbackType?: string | null
}

/** What SES publishes of a mail that came back. */
export const bounceOf = ({
  address,
  reference = 'ses-1',
  mailedAt = '2026-03-20T08:00:00.000Z',
  bounceType = 'Permanent',
  subType = 'General',
  ...options
}: About) =>
  // prettier-ignore
  JSON.stringify({
    eventType: 'Bounce',
    mail: { timestamp: mailedAt, messageId: reference, destination: [address] },
    bounce: { bounceType, bounceSubType: subType, bouncedRecipients: [{ emailAddress: address, ...{ status: '5.1.1', ...options } }] },
  })

/** What SES publishes where somebody has reported a mail as spam. */
export const complaintOf = ({
  address,
  reference = 'ses-1',
  mailedAt = '2026-03-20T08:00:00.000Z',
  feedbackType = 'abuse',
}: About) =>
  // prettier-ignore
  JSON.stringify({
    notificationType: 'Complaint',
    mail: { timestamp: mailedAt, messageId: reference },
    complaint: { complaintFeedbackType: feedbackType, complainedRecipients: [{ emailAddress: address }] },
  })
