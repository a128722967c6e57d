import { newConsumers } from '../person.ts'
import { findings, type Report, type Say, type Size } from '../report.ts'
import { startInside } from '../server-inside.ts'
import { openTown } from '../town.ts'
import { deadlocks } from './deadlocks.ts'
import { doubles } from './doubles.ts'
import { rounds, type Race } from './rounds.ts'

const people = 50

/** Fifty people want the same, again and again, in every way in which times and people can be the same. */
export async function races(size: Size, say: Say): Promise<Report> {
  await using server = await startInside()
  const town = await openTown(server)
  const { found, expect } = findings()
  const race: Race = {
    town,
    people: await newConsumers(server.url, people),
    expect,
    begun: 0,
    answers: [],
    starts: new Set(),
  }
  for (let lap = 0; lap < (size === 'full' ? 10 : 1); lap += 1) {
    for (const [name, run] of Object.entries(rounds)) {
      const before = race.answers.length
      await run(race)
      const answers = race.answers.slice(before)
      const slowest = Math.round(Math.max(...answers.map(({ ms }) => ms)))
      say(
        `${name}: ${answers.length} posts, ${answers.filter(({ status }) => status === 201).length} booked, slowest ${slowest} ms`,
      )
    }
  }
  const { answers, begun } = race
  for (const words of await doubles(server.running)) expect(false, words)
  const stuck = await deadlocks(server)
  expect(stuck === 0, `PostgreSQL broke ${stuck} deadlocks`)
  const refused = answers.filter(({ code }) => code === 'booking/slot-taken')
  const ms = answers.map((answer) => answer.ms).toSorted((a, b) => a - b)
  const figures = {
    ...{ rounds: begun, posts: answers.length, booked: answers.filter(({ status }) => status === 201).length },
    ...{
      refused: refused.length,
      withAlternatives: refused.filter(({ alternatives }) => alternatives.length > 0).length,
    },
    ...{
      deadlocks: stuck,
      medianMs: Math.round(ms[Math.floor(ms.length / 2)] ?? 0),
      slowestMs: Math.round(ms.at(-1) ?? 0),
    },
  }
  return { figures, findings: found }
}
