import type { DevicePlatform } from '@buy-locals/contracts/notification/shapes'

export type ReachableDevice = { platform: DevicePlatform; token: string }

export type PushMessage = {
  /** Ours; where the same comes twice, a phone shows the second in the place of the first. */
  id: string
  title: string
  text: string
  /** What opens when it is pressed. */
  link?: string | undefined
  /** After that nobody needs it: a phone that was off does not show it. */
  seconds: number
}

/** What fails is a `PushError`. */
export type PushMessages = {
  platforms: readonly DevicePlatform[]
  /** Pushes stay on this server. */
  isDemonstration: boolean
  /** Makes the vendor reach a device, also one that it had given up. Returns the vendor's address of it: always the same. */
  register(device: ReachableDevice): Promise<string>
  send(address: string, message: PushMessage): Promise<void>
  /** It is reached no more, and nothing is left of it. */
  remove(address: string): Promise<void>
  /** Ends its connections. */
  close?(): void
}

export type PushError = Error & {
  /** Of the vendor. */
  code: string | undefined
  /** The app is no longer there, or was never. */
  isGone: boolean
  /** The vendor does not have this address: the device is to be registered anew. */
  isUnregistered: boolean
}

export const isPushError = (error: unknown): error is PushError => error instanceof Error && 'isUnregistered' in error
