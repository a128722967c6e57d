import { Temporal } from 'temporal-polyfill'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { advance } from '../clock.ts'
import type { Person } from '../person.ts'
import { countBy, inWords, type Expect } from '../report.ts'
import type { Town } from '../town.ts'
import { book, lost, stampede, won, type Answer } from './stampede.ts'

export type Race = {
  town: Town
  people: Person[]
  expect: Expect
  begun: number
  answers: Answer[]
  starts: Set<string>
}
type Round = (race: Race) => Promise<void>

/** Far from every other round's: nobody and nothing is in the way but the other forty-nine. */
async function quietStart({ town, starts }: Race, service: Service): Promise<string> {
  const free = await town.freeStarts(service, 14)
  const far = (start: string) =>
    [...starts].every((other) => Math.abs(Date.parse(start) - Date.parse(other)) > 3_600_000)
  const start = free.slice(12).find(far)
  if (!start) throw new Error(`No start of ${service.name} is free`)
  starts.add(start)
  return start
}

const later = (start: string, minutes: number) => Temporal.Instant.from(start).add({ minutes }).toString()

function judge(race: Race, name: string, answers: Answer[], wanted: number): void {
  race.begun += 1
  race.answers.push(...answers)
  const { expect } = race
  const bad = answers.filter(({ status, code }) => status !== 201 && code !== 'booking/slot-taken')
  expect(
    bad.length === 0,
    `${name}: besides 201 and slot-taken there was ${inWords(countBy(bad.map(({ status, code }) => `${status} ${code}`)))}`,
  )
  expect(won(answers).length === wanted, `${name}: ${won(answers).length} got it instead of ${wanted}`)
  const dry = lost(answers).filter(({ alternatives, wish }) => !alternatives.some(({ start }) => start !== wish.start))
  expect(dry.length === 0, `${name}: ${dry.length} were refused without an alternative`)
}

/** What a refusal offers can be had. */
async function bookAlternative(race: Race, name: string, answers: Answer[]): Promise<void> {
  const loser = lost(answers)[0]
  const start = loser?.alternatives[0]?.start
  if (!loser || !start) return race.expect(false, `${name}: nobody was offered anything`)
  const second = await book(race.town, loser.person, { ...loser.wish, start })
  race.answers.push(second)
  race.starts.add(start)
  race.expect(second.status === 201, `${name}: the alternative ${start} answered ${second.status} ${second.code}`)
}

const oneService =
  (name: string, serviceOf: (town: Town) => Service, wanted: number, partySize = 1): Round =>
  async (race) => {
    const service = serviceOf(race.town)
    const start = await quietStart(race, service)
    const answers = await stampede(race.town, race.people, () => ({ serviceId: service.id, start, partySize }))
    judge(race, name, answers, wanted)
    await bookAlternative(race, name, answers)
  }

export const rounds: Record<string, Round> = {
  'one person, one time': oneService('one person, one time', ({ services }) => services.atVenue, 1),
  'anyone of two people': oneService('anyone of two people', ({ services }) => services.anyone, 2),
  'a person and the only room': oneService('a person and the only room', ({ services }) => services.massage, 1),
  'five seats': oneService('five seats', ({ services }) => services.group, 5),
  'five seats, two by two': oneService('five seats, two by two', ({ services }) => services.group, 2, 2),
  'times that overlap': async (race) => {
    const { id: serviceId } = race.town.services.atVenue
    const start = await quietStart(race, race.town.services.atVenue)
    const answers = await stampede(race.town, race.people, (n) => ({ serviceId, start: later(start, 5 * (n % 6)) }))
    judge(race, 'times that overlap', answers, 1)
  },
  'two services, one room': async (race) => {
    const { massage, sauna } = race.town.services
    const start = await quietStart(race, sauna)
    const answers = await stampede(race.town, race.people, (n) => ({
      serviceId: n % 2 ? massage.id : sauna.id,
      start: later(start, 5 * (n % 3)),
    }))
    judge(race, 'two services, one room', answers, 1)
  },
  'a hold that runs out': async (race) => {
    const name = 'a hold that runs out'
    const { id: serviceId } = race.town.services.paid
    const start = await quietStart(race, race.town.services.paid)
    const answers = await stampede(race.town, race.people, () => ({ serviceId, start }))
    judge(race, name, answers, 1)
    await advance(race.town, 'PT10M1S')
    await Promise.all(race.people.map((person) => person.signIn()))
    const again = await stampede(
      race.town,
      lost(answers).map(({ person }) => person),
      () => ({ serviceId, start }),
    )
    judge(race, `${name}, afterwards`, again, 1)
    await bookAlternative(race, name, again)
  },
  'one intention, sent fifty times': async (race) => {
    const { id: serviceId } = race.town.services.atVenue
    const start = await quietStart(race, race.town.services.atVenue)
    const [person] = race.people
    if (!person) return
    const key = newIdempotencyKey()
    const answers = await Promise.all(race.people.map(() => book(race.town, person, { serviceId, start }, key)))
    race.begun += 1
    race.answers.push(...answers)
    const ids = new Set(won(answers).map(({ booking }) => booking?.id))
    const strange = lost(answers).filter(({ code }) => code !== 'idempotency/in-progress')
    race.expect(ids.size === 1, `one intention became ${ids.size} bookings`)
    race.expect(
      strange.length === 0,
      `one intention was also answered ${inWords(countBy(strange.map(({ code }) => code)))}`,
    )
  },
}
