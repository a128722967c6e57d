import { cleanup } from '@testing-library/react-native'
import type { ReactNode } from 'react'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import { closeRealtime } from '@buy-locals/client/realtime-connection'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe } from '@buy-locals/contracts/auth/operations'
import type { Role } from '@buy-locals/contracts/auth/shapes'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import type { Block, BoardBooking } from '@buy-locals/features/board/entries'
import { aBooking, aBusiness, aPerson, aStaffMember, aThread } from '@buy-locals/features/testing/examples'
import { ForMembers, MemberProvider } from '../src/owner/member-gate'
import { startScreen } from './support'

/** Tuesday, 2:12 PM where the business is, which is open from 9 to 5. */
export const afternoon = '2026-11-24T21:12:30Z'
export const today = '2026-11-24'

/** Somebody who is signed in and a member of one business with two people. */
export async function startOwner({ role = 'owner' }: { role?: Role } = {}) {
  const app = await startScreen()
  const business = aBusiness()
  const me = aPerson({ memberships: [{ scope: business.id, role }] })
  const [ana, ben] = [aStaffMember(business.id), aStaffMember(business.id, { name: 'Ben', personId: me.id })]
  app.respond(readMe, me)
  app.respond(readBusiness, business)
  app.respond(readConfig, refuse('internal')) // without it there is no realtime
  app.respond(booking.listStaff, { items: [ana, ben] })
  app.respond(booking.listServices, { items: [] })
  app.respond(booking.listResources, { items: [] })
  app.respond(booking.listMessages, aThread())
  const respondBoard = (items: BoardBooking[], blocks: Block[] = []) =>
    app.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items, heldMoves: [], blocks })
  respondBoard([])
  return {
    ...app,
    ...{ business, me, ana, ben, respondBoard },
    /** A visit as the board has it. */
    visit: (name: string, changes: Partial<BoardBooking> = {}): BoardBooking => ({
      ...aBooking(business.id, { staffId: ana.id, staffName: ana.name }),
      ...{ customer: { name, phone: '+12085550123', email: 'cleo@example.com' }, resourceIds: [] },
      ...changes,
    }),
    open: (screen: ReactNode) =>
      app.show(
        <MemberProvider businessId={business.id}>
          <ForMembers>{screen}</ForMembers>
        </MemberProvider>,
      ),
    async end() {
      app.check()
      await cleanup()
      closeRealtime()
      forgetAll()
      app.end()
    },
  }
}
