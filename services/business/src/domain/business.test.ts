import { expect, test } from 'vitest'
import type { BusinessStatus as Status } from '@buy-locals/contracts/business/shapes'
import type { Hours } from '@buy-locals/scheduling'
import { approve, change, isPublic, refuseStale, reject, sendBack, submit, suspend } from './business.ts'

const open: Hours = { weekly: [{ day: 1, opens: '09:00', closes: '17:00' }] }
const barber = (status: Status, hours?: Hours) => ({ status, version: 3, formVersion: 3, hours, name: 'Joe' })

test('a draft with hours waits for the operator, who publishes, suspends and publishes again', () => {
  const pending = submit(barber('draft', open))
  expect(pending).toMatchObject({ status: 'pending', version: 4 })
  const published = approve(pending)
  const suspended = suspend(published)
  expect([published.status, suspended.status, approve(suspended).status]).toEqual([
    'published',
    'suspended',
    'published',
  ])
})

test('what waits for the operator is sent back as a draft, or rejected and off the site', () => {
  const pending = submit(barber('draft', open))
  expect(submit(sendBack(pending))).toMatchObject({ status: 'pending', version: 6 })
  expect(reject(pending)).toMatchObject({ status: 'suspended', version: 5 })
})

test('a draft without hours is told what is missing', () => {
  for (const hours of [undefined, { weekly: [] }, { weekly: [], special: [{ date: '2026-12-25', closed: true }] }]) {
    expect(() => submit(barber('draft', hours))).toThrow('Still missing: hours')
  }
})

test('no state is skipped or gone through twice', () => {
  const refused: [Status, (business: ReturnType<typeof barber>) => unknown][] = [
    ['pending', submit],
    ['published', submit],
    ['suspended', submit],
    ['draft', approve],
    ['published', approve],
    ['closed', approve],
    ['draft', suspend],
    ['suspended', suspend],
    ...(['draft', 'published', 'suspended', 'closed'] as const).flatMap((status) => [[status, sendBack], [status, reject]] as [Status, typeof reject][]), // prettier-ignore
  ]
  for (const [status, step] of refused) expect(() => step(barber(status, open))).toThrow(`It is ${status}`)
  expect(() => change(barber('closed'), { name: 'New' })).toThrow('It is closed')
})

test('only what is published, or was and has closed, is shown to everybody', () => {
  expect(
    (['draft', 'pending', 'published', 'suspended', 'closed'] as const).filter((status) => isPublic({ status })),
  ).toEqual(['published', 'closed'])
})

test('who has read an older version is told so', () => {
  expect(() => refuseStale(barber('draft'), 2)).toThrow('version 3')
  expect(() => refuseStale(barber('draft'), 3)).not.toThrow()
})
