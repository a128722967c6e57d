import { useDeviceZone } from '../book/device-zone'
import { useReader } from './use-reader'

/** Where the reader is, as far as the phone or the account says so. */
export function useOwnZone(): string {
  const { me } = useReader()
  const zone = useDeviceZone()
  return zone ?? me?.timeZone ?? 'UTC'
}
