import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { z } from 'zod'
import { config as auth } from '@buy-locals/auth/config'
import { config as booking } from '@buy-locals/booking/config'
import { config as business } from '@buy-locals/business/config'
import { maxMembers, maxMemberships } from '@buy-locals/contracts/auth/limits'
import { maxPerBusiness } from '@buy-locals/contracts/booking/limits'
import {
  maxDetailPhotos,
  maxMarkets,
  maxPhotoBytes,
  maxPhotos,
  maxPhotosOfDetail,
} from '@buy-locals/contracts/business/shapes'
import { maxReviewPhotos } from '@buy-locals/contracts/review/shapes'
import type { Throttle } from '@buy-locals/contracts/operation'
import { config as notification } from '@buy-locals/notification/config'
import { config as review } from '@buy-locals/review/config'
import { perMinute } from '@buy-locals/server/gateway'
import { limits as realtime, type Limits } from '@buy-locals/server/realtime/limits'
import { networkOf, wideFactor } from '@buy-locals/service-kit/network'

/** `most` of what `counts` says, in a window where there is one. */
type Row = { counts: string; most: number; window: string; setting: string }

const ofGateway: Record<Throttle, string> = {
  read: 'Requests from one address that read, and pages',
  write: 'Requests from one address that write',
  identity: 'Requests from one address that are about accounts and signing in',
  machine: 'Webhooks from one address',
}

const ofRealtime: Record<keyof Limits, string> = {
  connections: 'Connections of one machine',
  connectionsPerPerson: 'Connections of one person on one machine',
  subscriptionsPerConnection: 'Subscriptions of one connection',
  frameBytes: 'Bytes of one message from a client',
  framesWaiting: 'Messages of one connection that wait for their turn',
  unreadBytes: 'Bytes that a slow reader leaves unread before it is dropped',
  eventsPerPublish: 'Events that are published at once',
  eventsWaiting: 'Events that are kept for a subscription until it is confirmed',
  handshakeMs: 'Milliseconds until a new connection has introduced itself',
  keepAliveMs: 'Milliseconds between two signs of life',
  connectionTimeoutMs: 'Milliseconds that a client waits for a sign of life',
  sweepMs: 'Milliseconds between two looks for expired subscriptions',
  graceMs: 'Milliseconds that a connection stays without a valid subscription',
}

const ofBusiness: Record<keyof typeof maxPerBusiness, string> = {
  services: 'Services of one business',
  staff: 'Staff of one business',
  resources: 'Resources of one business',
  blocks: 'Blocks of one business that are not over',
}
const shapes = {
  auth: '`packages/contracts/src/auth/shapes.ts`',
  booking: '`packages/contracts/src/booking/shapes.ts`',
  business: '`packages/contracts/src/business/shapes.ts`',
  review: '`packages/contracts/src/review/shapes.ts`',
}

const windows: Record<number, string> = { 60: 'a minute', 900: '15 minutes', 3_600: 'an hour', 86_400: 'a day' }
const limit = z.union([
  z.number().transform((most) => ({ most, window: '' })),
  z
    .object({ points: z.number(), seconds: z.number() })
    .transform(({ points, seconds }) => ({ most: points, window: windows[seconds] ?? `${seconds} s` })),
])

/** Settings that limit something say what they count; the others are none of ours. */
function ofSettings(shape: Record<string, z.ZodType>): Row[] {
  return Object.entries(shape).flatMap(([setting, schema]) => {
    const counts = schema.description
    if (!counts && /(^|_)PER_/.test(setting)) throw new Error(`${setting} does not say what it counts`)
    return counts ? [{ ...limit.parse(schema.parse(undefined)), counts, setting: `\`${setting}\`` }] : []
  })
}

const sections: [string, Row[]][] = [
  [
    'Requests',
    Object.entries(ofGateway).map(([name, counts]) => {
      const most = perMinute[name as Throttle]
      return { counts, most, window: 'a minute', setting: '`LIMIT_FACTOR`' }
    }),
  ],
  ['Accounts', ofSettings(auth.in.shape)],
  ['Businesses', ofSettings(business.in.shape)],
  [
    'Businesses',
    [
      { counts: 'Members of one business, with invitations', most: maxMembers, window: '', setting: shapes.auth },
      {
        counts: 'Businesses and markets that one person belongs to',
        most: maxMemberships,
        window: '',
        setting: shapes.auth,
      },
      { counts: 'Markets', most: maxMarkets, window: '', setting: shapes.business },
      {
        counts: 'Photos of one business',
        most: maxPhotos,
        window: '',
        setting: shapes.business,
      },
      {
        counts: 'Photos of one service or member of staff',
        most: maxPhotosOfDetail,
        window: '',
        setting: shapes.business,
      },
      {
        counts: 'Photos of all services and staff of one business',
        most: maxDetailPhotos,
        window: '',
        setting: shapes.business,
      },
      { counts: 'Megabytes of one photo', most: maxPhotoBytes / 1_000_000, window: '', setting: shapes.business },
      ...Object.entries(ofBusiness).map(([name, counts]) => {
        const most = maxPerBusiness[name as keyof typeof maxPerBusiness]
        return { counts, most, window: '', setting: shapes.booking }
      }),
    ],
  ],
  ['Reviews', ofSettings(review.in.shape)],
  ['Reviews', [{ counts: 'Photos of one review', most: maxReviewPhotos, window: '', setting: shapes.review }]],
  ['Bookings', ofSettings(booking.in.shape)],
  ['Messages', ofSettings(notification.shape)],
  [
    'Realtime',
    Object.entries(ofRealtime).map(([name, counts]) => {
      const most = realtime[name as keyof Limits]
      return { counts, most, window: '', setting: '`apps/server/src/realtime/limits.ts`' }
    }),
  ],
]

const [aroundIPv4, aroundIPv6] = ['192.0.2.1', '2001:db8::1'].map((ip) => wideFactor(networkOf(ip)))
const rows = sections.flatMap(([where, of]) =>
  of.map(({ counts, most, window, setting }) => `| ${where} | ${counts} | ${most} | ${window} | ${setting} |`),
)
const document = `# Limits

Made by \`npm run generate\` from the code.

An address is an IPv4 address or an IPv6 /64. Where requests, registrations, links or mails are counted by address, the network around it has a limit too: a /24 of IPv4 ${aroundIPv4} times as much, a /48 of IPv6 ${aroundIPv6} times. What is beyond a limit of how often gets 429 with \`Retry-After\`; a message beyond it is not sent, and \`deliveries.not_sent\` says so.

A setting of the environment changes the number. \`LIMIT_FACTOR\` multiplies all of them but shares, what a business has and the realtime hub's, for tests; none can be switched off.

| Where | Counted | At most | In | Changed by |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
writeFileSync(new URL('../../../docs/limits.md', import.meta.url), await format(document, { parser: 'markdown' }))
console.log(`${rows.length} limits`)
