import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import { toLocalHour } from '@buy-locals/features/time/dates'
import { formatDateTime, formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { importListings } from '../src/listings.ts'
import { test } from '../src/journey.ts'
import { uniqueSuffix } from '../src/people.ts'
import { openShop, type Shop } from '../src/shop.ts'
import type { Texts } from '../src/texts.ts'
import type { Visitor } from '../src/visitor.ts'
import { waitUntil } from '../src/wait-until.ts'

/** In another town than the one that the page begins with. */
const town = { name: 'Mountain Home', lat: 43.133, lon: -115.691 }
const timeZone = 'America/Boise'

test('a guest finds a shop in the list and on the map, and books one of its next times of tomorrow afternoon', async ({
  browse,
  conditions,
  texts,
}) => {
  const { site, features } = texts
  const services = [{ name: 'Trim', price: 3_000, payment: 'at-venue' as const }]
  const shop = await openShop({ services, at: { lat: town.lat, lon: town.lon } })
  const suffix = shop.name.slice(-6)
  const [listing] = await importListings([{ lat: town.lat + 0.02, lon: town.lon + 0.02, suffix }])
  if (!listing) throw new Error('Nothing is listed')
  await untilBookable(shop)
  const guest = await browse()
  const { page, step, goTo, press, write } = guest
  await goTo('/', features('find.title', { place: '' }).trim())
  await step(
    'searches there',
    async () => {
      await write(site('home.what'), suffix)
      await write(features('find.where'), town.name)
      await press('button', site('home.go'))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(town.name)
    },
    { focus: ['button', site('home.go')] },
  )
  if (conditions.width === 'desktop') await seeOnMap(guest, texts, [shop.name, listing.name])

  for (const filter of [features('find.bookableTomorrow'), features('time.afternoon')])
    await step(`filters by ${filter}`, () => press('link', filter), { focus: ['link', filter] })
  await expect(cardOf(page, listing.name)).toHaveCount(0)
  const next = cardOf(page, shop.name).getByRole('list', { name: features('find.times', { service: 'Trim' }) })
  const path = (await next.getByRole('link').nth(1).getAttribute('href')) ?? ''
  const start = new URLSearchParams(path.split('?')[1]).get('at') ?? ''
  expect([12, 13, 14, 15, 16]).toContain(toLocalHour(start, timeZone))
  const when = formatDateTime(conditions, start, timeZone, 'long')
  await step('takes one of them', () => press('link', features('find.bookAt', { service: 'Trim', when })), {
    focus: ['heading', features('book.title', { service: 'Trim' })],
  })
  const summary = page.getByRole('region', { name: features('book.yourBooking') })
  await expect(summary.getByText(formatDateTimeWithZone(conditions, start, timeZone))).toBeVisible()
  await step(
    'books it',
    async () => {
      await write(features('book.name'), 'Gus Guest')
      await write(features('book.email'), `gus.${uniqueSuffix()}@example.com`)
      await press('button', features('book.confirm'))
    },
    { focus: ['status', beginning(features('booking.thanks'))], announced: features('booking.thanks') },
  )
})

/** What the list points at is marked on the map, and what is pressed there is marked in the list. */
async function seeOnMap({ page, step, press }: Visitor, { features }: Texts, [first, second]: [string, string]) {
  const pins = [
    features('find.pin', { number: 1, name: first }),
    features('find.pin', { number: 2, name: second }),
  ] as const
  const pinOf = (name: string) => page.getByRole('button', { name, exact: true })
  await cardOf(page, first).getByRole('link').first().hover()
  await expect(pinOf(pins[0])).toHaveAttribute('aria-pressed', 'true')
  await expect(pinOf(pins[1])).toHaveAttribute('aria-pressed', 'false')
  await step('presses a pin', () => press('button', pins[1]), { focus: ['link', second] }) // of the card on the map
  await expect(cardOf(page, second)).toHaveAttribute('data-on', '')
  await expect(cardOf(page, first)).not.toHaveAttribute('data-on')
  await step('closes the card', () => page.keyboard.press('Escape'), { focus: ['button', pins[1]] })
  await expect(cardOf(page, second)).not.toHaveAttribute('data-on')
}

const cardOf = (page: Visitor['page'], name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })

/** Its free times have reached the search. */
const untilBookable = ({ id, owner }: Shop) =>
  waitUntil('the shop can be found by its free times', async () => {
    const { items } = await owner.call(searchBusinesses, { query: { near: `${town.lat},${town.lon}` } })
    return items.some((item) => item.id === id && item.next)
  })
