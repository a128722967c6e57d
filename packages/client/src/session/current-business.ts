import { createContext, useContext } from 'react'
import type { RealtimeStatus } from '@buy-locals/api-client/realtime'
import type { BusinessRole, Role } from '@buy-locals/contracts/auth/shapes'
import type { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { hasRole } from './me'

type BusinessAndRole = { business: Output<typeof readBusiness>; role: Role; realtime: RealtimeStatus }

export const CurrentBusiness = createContext<BusinessAndRole | undefined>(undefined)

/** The business whose screens are open, and what the signed-in person may do there. */
export function useCurrentBusiness() {
  const current = useContext(CurrentBusiness)
  if (!current) throw new Error('This screen is inside a business')
  const { business, role } = current
  return {
    ...current,
    params: { businessId: business.id },
    may: (needed: BusinessRole) => hasRole(role, needed),
  }
}
