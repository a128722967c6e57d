import { expect, test } from 'vitest'
import { listSteps } from './steps'

const hours = { weekly: [{ day: 1 as const, opens: '09:00', closes: '17:00' }], special: [] }
const listOpenSteps = (progress: Parameters<typeof listSteps>[0]) =>
  listSteps(progress).flatMap(({ id, isDone }) => (isDone ? [] : [id]))

test('a new business is led from its profile to being published', () => {
  const empty = {
    business: { status: 'draft' as const, photos: [] },
    services: [],
    staff: [],
    payee: undefined,
    takesPayments: true,
  }
  expect(listOpenSteps(empty)).toEqual(['profile', 'photos', 'hours', 'staff', 'services', 'payments', 'publish'])
})

test('what is done is ticked; a withdrawn service is none', () => {
  const begun = {
    business: { status: 'draft' as const, description: 'Two chairs.', hours, photos: [] },
    services: [{ active: false }],
    staff: [{ active: true }],
    payee: { status: 'ready' },
    takesPayments: true,
  }
  expect(listOpenSteps(begun)).toEqual(['photos', 'services', 'publish'])
})

test('where nothing is paid online, nobody has to set that up', () => {
  const empty = {
    business: { status: 'draft' as const, photos: [] },
    services: [],
    staff: [],
    payee: undefined,
    takesPayments: false,
  }
  expect(listOpenSteps(empty)).toEqual(['profile', 'photos', 'hours', 'staff', 'services', 'publish'])
})
