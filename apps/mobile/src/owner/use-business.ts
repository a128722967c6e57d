import { useCurrentBusiness } from '@buy-locals/client/current-business'

/** The business whose screens are open, what the signed-in person may do there, and where its screens are. */
export function useBusiness() {
  const current = useCurrentBusiness()
  return { ...current, pathTo: (path: string) => businessPath(current.business.id, path) }
}

export const businessPath = (businessId: string, path = '') => `/businesses/${businessId}${path && `/${path}`}`

/** Where the dashboard has more about it. */
export const dashboardPath = (businessId: string, path: string) => `/dashboard/${businessId}/${path}`
