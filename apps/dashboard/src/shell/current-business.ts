import * as client from '@buy-locals/client/current-business'

/** The business whose pages are open, what the signed-in person may do there, and where its pages are. */
export function useCurrentBusiness() {
  const current = client.useCurrentBusiness()
  return { ...current, pathTo: (path: string) => `/${current.business.id}/${path}` }
}
