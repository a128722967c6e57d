import { createContext, useContext } from 'react'
import type { profile } from '@buy-locals/contracts/business/operations'
import type { Role } from '@buy-locals/contracts/auth/shapes'
import type { RealtimeStatus } from '@buy-locals/api-client/realtime'
import type { z } from 'zod'
import { mayAs } from '../session/me'

export type Profile = z.output<typeof profile>

export type Place = { business: Profile; role: Role; live: RealtimeStatus }

export const Standing = createContext<Place | undefined>(undefined)

/** The business one is in, and what one may do there. */
export function useHere() {
  const here = useContext(Standing)
  if (!here) throw new Error('This page is inside a business')
  const { business, role, live } = here
  return {
    business,
    role,
    live,
    params: { businessId: business.id },
    may: (needed: 'staff' | 'manager' | 'owner') => mayAs(role, needed),
    to: (path: string) => `/${business.id}/${path}`,
  }
}
