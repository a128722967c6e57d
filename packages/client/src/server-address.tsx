import { createContext, useContext, type ReactNode } from 'react'

const OriginContext = createContext('')

/** Where files of the server are: paths lead there in a browser, which came from it; elsewhere its origin has to be named. */
export function useServerAddress(): (path: string) => string {
  const origin = useContext(OriginContext)
  return (path) => (path.startsWith('/') ? origin + path : path)
}

export function ServerAddressProvider({ origin, children }: { origin: string; children: ReactNode }) {
  return <OriginContext value={origin}>{children}</OriginContext>
}
