import Bowser from 'bowser'
import type { Device } from '../persistence/session-repository.ts'

const longest = 40

/** By what a browser says of itself, which may be anything. */
export function deviceOf(userAgent: string): Device {
  if (!userAgent) return { browser: '', system: '' }
  const { browser, os } = Bowser.parse(userAgent)
  return { browser: (browser.name ?? '').slice(0, longest), system: (os.name ?? '').slice(0, longest) }
}
