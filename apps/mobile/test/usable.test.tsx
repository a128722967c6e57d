import { afterEach, expect, jest, test } from '@jest/globals'
import { render, screen, userEvent } from '@testing-library/react-native'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { Image, Pressable, Text, TextInput, View } from 'react-native'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { aBusiness, aPerson, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { DetailsScreen } from '../src/book/details-screen'
import { TimeScreen } from '../src/book/time-screen'
import { BoardScreen } from '../src/owner/board/board-screen'
import { afternoon, startOwner } from './owner'
import { startScreen } from './support'
import { listFaults } from './usable'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

afterEach(() => forgetAll())

const act = () => {}
const faults: [string, ReactElement][] = [
  ['an action without a name', <Pressable key="1" role="button" onPress={act} style={{ minHeight: 44 }} />],
  [
    'an action without a role',
    <Pressable key="2" onPress={act} style={{ minHeight: 44 }}>
      <Text>Pay</Text>
    </Pressable>,
  ],
  [
    'an action 20 high',
    <Pressable key="3" role="button" onPress={act}>
      <Text style={{ lineHeight: 20 }}>Pay</Text>
    </Pressable>,
  ],
  [
    'an action in an action',
    <Pressable key="4" role="button" onPress={act} style={{ minHeight: 44 }}>
      <Pressable role="link" onPress={act} style={{ minHeight: 44 }}>
        <Text>Pay</Text>
      </Pressable>
    </Pressable>,
  ],
  ['a field without a label', <TextInput key="5" />],
  ['a picture without a name', <Image key="6" source={{ uri: 'shop.jpg' }} alt="" />],
  ['a name that is not read', <View key="7" role="img" aria-label="Rated 4.8" />],
  [
    'a text in a height of 20',
    <View key="8" style={{ height: 20 }}>
      <Text>Pay</Text>
    </View>,
  ],
  [
    'a text that is cut',
    <Text key="9" numberOfLines={1}>
      Pay
    </Text>,
  ],
  [
    'a text that does not grow',
    <Text key="10" maxFontSizeMultiplier={1.2}>
      Pay
    </Text>,
  ],
]

test.each(faults)('%s is seen', async (fault, part) => {
  await render(part)
  expect(listFaults().map((line) => line.split(':')[0])).toEqual([fault])
})

test('what everybody can use has no faults', async () => {
  await render(
    <Pressable role="button" aria-label="Pay" onPress={act} hitSlop={12} style={{ padding: 2 }}>
      <Text style={{ lineHeight: 20 }}>Pay</Text>
      <View aria-hidden>
        <Image source={{ uri: 'shop.jpg' }} alt="" />
      </View>
    </Pressable>,
  )
  expect(listFaults()).toEqual([])
})

test('each screen is shown by a test, and so looked through', () => {
  const read = (file: string) => readFileSync(join(__dirname, file), 'utf8')
  const tests = globSync('*.test.tsx', { cwd: __dirname })
    .map(read)
    .filter((text) => /\.end\(\)/.test(text))
    .join()
  const screens = globSync('../src/**/*-screen.tsx', { cwd: __dirname })
    .map((file) => file.replace('.tsx', ''))
    .filter((file) => file !== '../src/shell/loading-screen')
  expect(screens.length).toBeGreaterThan(25)
  expect(screens.filter((file) => !tests.includes(`'${file}'`))).toEqual([])
})

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

async function startBooking() {
  const app = await startScreen()
  const business = aBusiness()
  const ana = aStaffMember(business.id)
  const service = aService(business.id, { staffIds: [ana.id], maxHorizonDays: 730 })
  app.respond(readBusiness, business)
  app.respond(booking.listServices, { items: [service] })
  app.respond(booking.listStaff, { items: [ana] })
  app.respond(booking.findSlots, ({ query }) => ({
    timeZone: business.timeZone,
    items: [17, 18].map((hour) => {
      const start = `${query.from}T${hour}:00:00Z`
      return { start, end: start, seatsLeft: 1 }
    }),
  }))
  app.respond(booking.quote, { price: usd(4500), deposit: usd(0), dueNow: usd(0), payment: 'at-venue' })
  app.respond(readMe, aPerson())
  app.respond(booking.listMyBookings, { items: [] })
  return Object.assign(app, { chosen: { slug: 'fenwick', serviceId: service.id, choice: {} } })
}

/** What a screen reader reads, from top to bottom. */
const readOut = () => JSON.stringify(screen.toJSON())
const inOrder = (...texts: string[]) => {
  const all = readOut()
  const places = texts.map((text) => all.indexOf(text))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
}

test('whoever books by ear finds the step, the days, the times and the way on, in this order', async () => {
  const app = await startBooking()
  await app.show(<TimeScreen chosen={app.chosen} onChoose={act} onContinue={act} />)
  expect(await screen.findByRole('button', { name: 'Continue' })).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 } as never)).toBeTruthy()
  expect(screen.getByRole('img', { name: /^Step 1 of \d/ })).toBeTruthy()
  const times = screen.getAllByRole('radio', { name: /10:00\sAM$|11:00\sAM$/ })
  expect(times).toHaveLength(2)
  const day = screen.getAllByRole('radio', { checked: true })
  expect(day.length).toBeGreaterThan(0)
  await userEvent.press(screen.getByRole('button', { name: 'Continue' }))
  expect(screen.getByText('Select a time')).toBeTruthy()
  await userEvent.press(times[0]!)
  expect(screen.getByRole('radio', { name: /10:00\sAM/, checked: true })).toBeTruthy()
  inOrder('Step 1 of', '10:00', '11:00', 'Continue')
  app.end()
})

test('whoever books by ear finds what they book, the field for notes and the button, in this order', async () => {
  const app = await startBooking()
  await app.show(<DetailsScreen chosen={app.chosen} start="2040-11-20T17:00:00Z" onChoose={act} onBooked={act} />)
  expect(await screen.findByRole('button', { name: /^(Book|Confirm)/ })).toBeTruthy()
  expect(screen.getByRole('img', { name: /^Step 2 of \d/ })).toBeTruthy()
  expect(screen.getByLabelText(/notes/i)).toBeTruthy()
  inOrder('Step 2 of', 'Notes')
  app.end()
})

test('an owner finds by ear the day, whom to see and when, and what can be done', async () => {
  jest.setSystemTime(new Date(afternoon))
  const app = await startOwner()
  app.respondBoard([app.visit('Cleo'), app.visit('Dan', { status: 'cancelled' })])
  await app.open(<BoardScreen />)
  expect(await screen.findByRole('heading', { name: /^Today, / })).toBeTruthy()
  expect(await screen.findByRole('button', { name: '1 canceled or expired' })).toBeTruthy()
  const actions = [...screen.getAllByRole('button'), ...screen.getAllByRole('link')]
  expect(actions.length).toBeGreaterThan(4)
  await app.end()
})
