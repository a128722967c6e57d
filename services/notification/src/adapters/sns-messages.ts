import { verify, X509Certificate } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fetchText } from './fetch-text.ts'

type Settings = {
  topicArn: string
  clock: () => Temporal.Instant
  /** Where certificates and confirmations are, in the place of AWS: of an emulator. */
  endpoint?: string | undefined
  patienceMs?: number
}

const message = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  ...{ MessageId: z.string(), TopicArn: z.string(), Message: z.string(), Timestamp: z.string() },
  ...{ SignatureVersion: z.enum(['1', '2']), Signature: z.string(), SigningCertURL: z.string() },
  ...{ Subject: z.string().nullish(), SubscribeURL: z.string().nullish(), Token: z.string().nullish() },
})
type Message = z.output<typeof message>

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
const signedFields = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const satisfies Record<Message['Type'], readonly (keyof Message)[]>

const algorithms = { 1: 'RSA-SHA1', 2: 'RSA-SHA256' } as const

/** AWS has a new one every year. */
const maxCertificates = 8
const mostFetchesAtOnce = 4
const certificateBytes = 16_384
const confirmationBytes = 65_536

/** What Amazon SNS posts of one topic. A subscription to it is confirmed. Certificates and confirmations are fetched from the host of SNS in the topic's region and from nowhere else. */
export function snsMessages({ topicArn, clock, endpoint, patienceMs = 5_000 }: Settings) {
  const host = hostOf(topicArn)
  const certificates = new Map<string, X509Certificate>()
  const fetches = new Map<string, Promise<string | undefined>>()

  function fetchFromSns(url: URL, mostBytes: number): Promise<string | undefined> {
    const running = fetches.get(url.href)
    if (running) return running
    if (fetches.size >= mostFetchesAtOnce) throw new Error('Too many certificates at once: SNS posts it again')
    const target = endpoint ? new URL(url.pathname + url.search, endpoint).href : url.href
    const started = fetchText(target, { mostBytes, patienceMs }).finally(() => fetches.delete(url.href))
    fetches.set(url.href, started)
    return started
  }

  async function findCertificate(url: URL): Promise<X509Certificate | undefined> {
    const found = certificates.get(url.href) ?? toCertificate(await fetchFromSns(url, certificateBytes))
    if (!found || !isValidAt(found, clock().epochMilliseconds)) return undefined
    certificates.set(url.href, found)
    const [oldest = ''] = certificates.keys()
    if (certificates.size > maxCertificates) certificates.delete(oldest)
    return found
  }

  async function isSigned(posted: Message): Promise<boolean> {
    const url = toUrl(posted.SigningCertURL, host)
    if (!url || !/^\/SimpleNotificationService-[\w-]{1,80}\.pem$/.test(url.pathname) || url.search) return false
    const certificate = await findCertificate(url)
    const signature = Buffer.from(posted.Signature, 'base64')
    return certificate !== undefined && verify(algorithms[posted.SignatureVersion], toSignedText(posted), certificate.publicKey, signature) // prettier-ignore
  }

  async function confirm({ SubscribeURL }: Message): Promise<boolean> {
    const url = toUrl(SubscribeURL ?? '', host)
    const isOurs = url?.searchParams.get('Action') === 'ConfirmSubscription' && url.searchParams.get('TopicArn') === topicArn // prettier-ignore
    if (!url || !isOurs) return false
    if ((await fetchFromSns(url, confirmationBytes)) === undefined) throw new Error('The subscription was not confirmed') // prettier-ignore
    return true
  }

  return {
    /** The text that was published, '' where it was about the subscription; undefined where it is none of this topic. */
    read: async (body: Buffer): Promise<string | undefined> => {
      const posted = message.safeParse(parseJson(body.toString())).data
      if (posted?.TopicArn !== topicArn || !(await isSigned(posted))) return undefined
      if (posted.Type === 'Notification') return posted.Message
      if (posted.Type === 'UnsubscribeConfirmation') return ''
      return (await confirm(posted)) ? '' : undefined
    },
  }
}

/** `arn:aws:sns:us-west-2:123456789012:mail-events` */
function hostOf(topicArn: string): string {
  const [, partition, , region] = topicArn.split(':')
  return `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`
}

function toUrl(text: string, host: string): URL | undefined {
  const url = URL.parse(text)
  return url?.protocol === 'https:' && url.host === host && !url.username && !url.password ? url : undefined
}

const toSignedText = (posted: Message): Buffer =>
  Buffer.from(
    signedFields[posted.Type]
      .filter((field) => typeof posted[field] === 'string')
      .map((field) => `${field}\n${posted[field]}\n`)
      .join(''),
  )

function toCertificate(pem: string | undefined): X509Certificate | undefined {
  try {
    return pem === undefined ? undefined : new X509Certificate(pem)
  } catch {
    return undefined
  }
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, ms: number) =>
  Date.parse(validFrom) <= ms && ms <= Date.parse(validTo)

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
