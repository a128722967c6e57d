import { isSignedOut, useMe } from '@buy-locals/client/me'

/** Who is signed in, undefined for a guest. What was read before a session has ended is of nobody any more. */
export function useReader() {
  const { data, error, isPending } = useMe()
  return { me: isSignedOut(error) ? undefined : data, isPending }
}
