import type { Business } from '@buy-locals/contracts/business/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { useT } from '../messages/use-t'

const tones = {
  draft: 'plain',
  pending: 'pending',
  published: 'success',
  suspended: 'danger',
  closed: 'plain',
} as const

export function BusinessStatus({ status }: Pick<Business, 'status'>) {
  const t = useT()
  return <Badge tone={tones[status]} label={t(`shell.status.${status}`)} />
}
