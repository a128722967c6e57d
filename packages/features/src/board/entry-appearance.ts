import type { IconName } from '@buy-locals/ui/icon-name'
import type { Colors } from '@buy-locals/ui/theme'
import type { Entry } from './entries'

export const entryAppearances = {
  held: { icon: 'hourglass', color: 'sun' },
  pending: { icon: 'clock', color: 'sun' },
  confirmed: { icon: 'calendar-check', color: 'leaf' },
  completed: { icon: 'check', color: 'quiet' },
  'no-show': { icon: 'calendar-x', color: 'danger' },
  cancelled: { icon: 'x', color: 'danger' },
  expired: { icon: 'x', color: 'quiet' },
  group: { icon: 'users', color: 'leaf' },
  block: { icon: 'lock', color: 'quiet' },
} as const satisfies Record<string, { icon: IconName; color: keyof Colors }>

export function stateOf(entry: Entry): keyof typeof entryAppearances {
  if (entry.kind === 'booking') return entry.booking.status
  return entry.kind === 'move' ? 'held' : entry.kind
}
