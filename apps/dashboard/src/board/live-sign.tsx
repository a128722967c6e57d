import { Badge } from '@buy-locals/ui/badge'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'

/** Whether the board changes by itself. */
export function LiveSign() {
  const t = useT()
  const { live } = useHere()
  if (live === 'open') return <Badge tone="success" icon="refresh-cw" label={t('board.live')} />
  if (live === 'closed' || live === 'waiting') return <Badge tone="pending" label={t('board.offline')} />
  return <Badge tone="plain" icon="hourglass" label={t('board.connecting')} />
}
