import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { basisPoints } from '@buy-locals/values/money'
import { operation } from '../operation.ts'
import { cursor, limit, page, words } from '../shapes.ts'
import * as shapes from './shapes.ts'

const write = { service: 'booking', method: 'post', throttle: 'write', status: 200 } as const
const ofBooking = z.object({ bookingId: id('booking') })
const movesState = ['not-found', 'booking/wrong-state', 'not-yet'] as const

export const reportProblem = operation({
  ...write,
  id: 'reportProblem',
  path: '/bookings/:bookingId/problem',
  access: 'booker',
  summary: 'Say within the dispute window that something was wrong; the money stays until it is decided',
  params: ofBooking,
  body: z.object({ words: words(1000) }),
  returns: shapes.booking,
  problems: [...movesState, 'booking/outside-policy'],
})

export const decideProblem = operation({
  ...write,
  id: 'decideProblem',
  path: '/bookings/:bookingId/problem/decision',
  access: 'operator',
  summary: 'Release the money to the business, or give a share of it back',
  params: ofBooking,
  body: z.object({
    outcome: z.enum(['released', 'refunded']),
    refundShare: basisPoints.default(10_000),
    reason: words(500),
  }),
  returns: shapes.booking,
  problems: movesState,
})

export const listProblems = operation({
  service: 'booking',
  method: 'get',
  throttle: 'read',
  status: 200,
  id: 'listProblems',
  path: '/markets/:marketId/problems',
  access: 'operator',
  summary: 'Problems that wait for a decision, by the age of their bookings',
  params: z.object({ marketId: id('market') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(shapes.reportedProblem),
  problems: ['not-found'],
})
