import { client, startOidcServer } from '@buy-locals/auth/testing/oidc-server'
import { startSnsTopic, topicArn, type SnsTopic } from '@buy-locals/notification/testing/sns-topic'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { parseConfig } from '@buy-locals/server/config'
import type { Running } from '@buy-locals/server/start'
import { ownFolder } from '@buy-locals/server/testing/folder'
import { testEnvironment, type OpenFolder } from '../in-process-server.ts'
import { location } from '../seed.ts'
import { startServer } from '../start-server.ts'
import { createBookings, type Bookings, type Subject } from './bookings.ts'
import { callAsIn, createAccounts, signIn, type CallAs, type People } from './people.ts'
import { openShop, type Shop } from './shops.ts'

/** Two markets with a business each, their people, and bookings in every status: what a valid request can be about. */
export type TwoMarkets = {
  running: Running
  dataDir: string
  people: People
  ours: Shop
  theirs: Shop
  callAs: CallAs
  bookings: Bookings
  subjects: Subject[]
  /** What became of mails is posted from there. */
  mailTopic: SnsTopic
  /** A guest's, of a booking that no request is about. */
  otherManageToken: string
}

/** What a folder that is kept has to say of them, so that they are found in it again. */
export type ExistingMarkets = Pick<TwoMarkets, 'people' | 'ours' | 'theirs'>

type Options = { size: number; openFolder?: OpenFolder | undefined; existing?: ExistingMarkets | undefined }

/** Starts the whole server on an empty database with two markets in it, or on one that has them. */
export async function startTwoMarkets({
  size,
  openFolder = ownFolder,
  existing,
}: Options): Promise<TwoMarkets & AsyncDisposable> {
  await using cleanup = new AsyncDisposableStack()
  const { environment } = cleanup.use(await openFolder())
  const guild = cleanup.use(await startOidcServer())
  const mailTopic = cleanup.use(await startSnsTopic())
  const events = { MAIL_EVENTS_TOPIC_ARN: topicArn, MAIL_EVENTS_ENDPOINT: mailTopic.endpoint }
  const provider = {
    ...{ OIDC_ISSUER: guild.issuer, OIDC_NAME: 'Guild' },
    ...{ OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
  }
  const running = await startServer(
    parseConfig({ PORT: '0', ...testEnvironment, ...provider, ...events, ...environment }),
  )
  cleanup.defer(() => running.close())
  await guild.serve(`${running.url}/sign-in/oidc`)
  guild.signInAs({ sub: 'guild-gil', email: 'gil@example.com', email_verified: true, name: 'Gil Guild' })
  const markets = await openTwoMarkets(running, environment.DATA_DIR, size, existing)
  const all = cleanup.move()
  return { ...markets, mailTopic, [Symbol.asyncDispose]: () => all.disposeAsync() }
}

async function openTwoMarkets(
  running: Running,
  dataDir: string,
  size: number,
  existing: ExistingMarkets | undefined,
): Promise<Omit<TwoMarkets, 'mailTopic'>> {
  const { people, ours, theirs } = existing ?? (await createMarkets(running))
  await signIn(running.url, people)
  const callAs = callAsIn(running.url, people)
  const subjects: Subject[] = [
    { shop: ours, booker: 'consumer' },
    { shop: ours, booker: 'guest' },
    { shop: theirs, booker: 'stranger' },
  ]
  const bookings = await createBookings({ running, callAs, people, subjects, size })
  const { manageToken: otherManageToken = '' } = await bookings.create({ shop: ours, booker: 'guest' })
  return { running, dataDir, people, ours, theirs, callAs, bookings, subjects, otherManageToken }
}

async function createMarkets(running: Running): Promise<ExistingMarkets> {
  const { composed, url } = running
  const createMarket = async (slug: string) => (await ensureMarket(composed.business, marketCalled(slug))).id
  const ourMarkets = { marketId: await createMarket('boise'), emptyMarketId: await createMarket('star') }
  const theirMarkets = { marketId: await createMarket('eagle'), emptyMarketId: await createMarket('kuna') }
  const people = await createAccounts(running, {
    operator: Object.values(ourMarkets).map((scope) => ({ scope, role: 'operator' })),
    foreignOperator: Object.values(theirMarkets).map((scope) => ({ scope, role: 'operator' })),
    admin: [{ scope: 'platform', role: 'admin' }],
  })
  const callAs = callAsIn(url, people)
  await signIn(url, people)
  await running.drain()
  const ours = await openShop(callAs, people, { name: 'Ours', ...ourMarkets, owner: 'owner', operator: 'operator' })
  const foreign = { owner: 'foreignOwner', operator: 'foreignOperator' } as const
  const theirs = await openShop(callAs, people, { name: 'Theirs', ...theirMarkets, ...foreign })
  await running.drain()
  return { people, ours, theirs }
}

const marketCalled = (slug: string): Omit<Market, 'id' | 'version'> => ({
  slug,
  name: `The town of ${slug}`,
  location,
  timeZone: 'America/Boise',
  currency: 'USD',
  feeBasisPoints: 500,
  complaintHours: 48,
})
