import { Badge } from '@buy-locals/ui/badge'
import { useHere } from '../shell/here'
import { useSay } from '../words/say'

/** Whether the board changes by itself. */
export function LiveSign() {
  const say = useSay()
  const { live } = useHere()
  if (live === 'open') return <Badge tone="good" icon="refresh-cw" label={say('board.live')} />
  if (live === 'closed' || live === 'waiting') return <Badge tone="waiting" label={say('board.offline')} />
  return <Badge tone="plain" icon="hourglass" label={say('board.connecting')} />
}
