import { useReader } from './use-reader'

const guestMs = 5_000

/** Nothing pushes a guest what is new: how often it is read instead, while the app is in front. */
export function useGuestMs(): number | undefined {
  const { me, isPending } = useReader()
  return me || isPending ? undefined : guestMs
}
