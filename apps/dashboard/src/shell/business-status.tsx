import type { Business } from '@buy-locals/contracts/business/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { useSay } from '../words/say'

const tones = { draft: 'plain', pending: 'waiting', published: 'good', suspended: 'bad', closed: 'plain' } as const

export function BusinessStatus({ status }: Pick<Business, 'status'>) {
  const say = useSay()
  return <Badge tone={tones[status]} label={say(`shell.status.${status}`)} />
}
