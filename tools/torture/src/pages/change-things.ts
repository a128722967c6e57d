import { setTimeout } from 'node:timers/promises'
import { api } from '@buy-locals/api-client/api'
import { changeService, listServices } from '@buy-locals/contracts/booking/operations'
import {
  approveBusiness,
  changeBusiness,
  readBusiness,
  suspendBusiness,
} from '@buy-locals/contracts/business/operations'
import { writeReview } from '@buy-locals/contracts/review/operations'
import type { Running } from '@buy-locals/server/start'
import type { Person } from '../person.ts'
import { descriptionOf, nameOf, priceOf, reviewOf, type Detail, type History } from './details.ts'
import type { Shop } from './shop.ts'

type Changing = { shop: Shop; servers: readonly Running[]; history: History; versions: Record<Detail | 'turn', number> }

const changes = ['name', 'description', 'review', 'price'] as const
/** After a suspension it is published for longer than it may take to be seen. */
const turns = ['name', 'suspension', ...changes, ...changes, ...changes, ...changes] as const

/** One change after the other, now at this server and now at that, until it is told to end and everything was changed at least once. */
export async function changeThings(changing: Changing, signal: AbortSignal): Promise<void> {
  for (let made = 0; !signal.aborted || made < turns.length; made += 1) {
    const turn = (changing.versions.turn += 1)
    const server = changing.servers[turn % 2]
    const what = turns[turn % turns.length]
    if (!server || !what) break
    await (what === 'suspension' ? suspendForAMoment(changing, server) : change[what](changing, server))
    await setTimeout(60)
  }
}

const suspendForAMoment = async ({ shop, history }: Changing, server: Running) => {
  const params = { businessId: shop.businessId }
  const operator = at(server, shop.operator)
  history.suspending()
  await operator(suspendBusiness, { params, body: { reason: 'A complaint' } })
  history.suspended()
  await setTimeout(400)
  history.approving()
  await operator(approveBusiness, { params })
  history.approved()
}

/** The same session at the other server. */
const at = ({ url }: Running, person: Person) => {
  const renew = async () => person.renew().then(() => true)
  return api({ baseUrl: url, headers: () => person.headers(), patience: 20, renew })
}

const change: Record<Detail, (changing: Changing, server: Running) => Promise<void>> = {
  name: async (changing, server) => {
    const { shop, history } = changing
    const version = next(changing, 'name')
    await changeProfile(changing, server, { name: nameOf(version) })
    await at(server, shop.operator)(approveBusiness, { params: { businessId: shop.businessId } })
    history.changed('name', version)
  },
  description: async (changing, server) => {
    const version = next(changing, 'description')
    await changeProfile(changing, server, { description: descriptionOf(version) })
    changing.history.changed('description', version)
  },
  price: async (changing, server) => {
    const { businessId, serviceId, owner } = changing.shop
    const call = at(server, owner)
    const { items } = await call(listServices, { params: { businessId } })
    const version = next(changing, 'price')
    const ifMatch = items.find(({ id }) => id === serviceId)?.version ?? 0
    await call(changeService, { params: { businessId, serviceId }, body: { price: priceOf(version) } }, { ifMatch })
    changing.history.changed('price', version)
  },
  review: async (changing, server) => {
    const { visits, reviewer } = changing.shop
    const bookingId = visits.pop()
    if (!bookingId) return
    const version = next(changing, 'review')
    await at(server, reviewer)(writeReview, { params: { bookingId }, body: { stars: 5, text: reviewOf(version) } })
    changing.history.changed('review', version)
  },
}

const next = ({ versions }: Changing, detail: Detail) => (versions[detail] += 1)

async function changeProfile({ shop }: Changing, server: Running, body: { name?: string; description?: string }) {
  const call = at(server, shop.owner)
  const params = { businessId: shop.businessId }
  const { version } = await call(readBusiness, { params })
  await call(changeBusiness, { params, body }, { ifMatch: version })
}
