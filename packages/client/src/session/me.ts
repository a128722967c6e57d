import type { QueryClient } from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readMe } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import type { BusinessRole, Role } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import { useOperationQuery } from '../queries/use-operation-query'

type Me = Output<typeof readMe>

export const useMe = () => useOperationQuery(readMe, {})

/** Only for pages behind `RequireSignIn`. */
export function useSignedIn(): Me {
  const { data } = useMe()
  if (!data) throw new Error('This page is for whoever is signed in')
  return data
}

export const isSignedOut = (error: unknown) => error instanceof Refusal && error.status === 401

export type BusinessId = Id<'business'>
type OperatorScope = Id<'market'> | 'platform'

export const listBusinesses = (me: Me) =>
  me.memberships.flatMap(({ scope, role }) => (scope.startsWith('biz_') ? [{ id: scope as BusinessId, role }] : []))

/** The markets this person operates; an admin's is the platform. */
export const listOperatorScopes = (me: Me): OperatorScope[] =>
  me.memberships.flatMap(({ scope }) => (scope.startsWith('biz_') ? [] : [scope as OperatorScope]))

/** Whoever adds a business owns it, also before the membership has reached every service. */
export const addOwnership = (queryClient: QueryClient, scope: BusinessId) =>
  queryClient.setQueryData(
    [readMe.id, {}],
    (me?: Me) => me && { ...me, memberships: [...me.memberships, { scope, role: 'owner' as const }] },
  )

const ranks = { staff: 1, manager: 2, owner: 3, operator: 0, admin: 0 } as const satisfies Record<Role, number>

export const hasRole = (role: Role, needed: BusinessRole) => ranks[role] >= ranks[needed]
