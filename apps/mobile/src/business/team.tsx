import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listStaff } from '@buy-locals/contracts/booking/operations'
import { Avatar } from '@buy-locals/ui/avatar'
import { List, ListRow } from '@buy-locals/ui/list'
import { useT } from '../messages/mobile-i18n'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'

export function Team({ businessId }: { businessId: ShownBusiness['id'] }) {
  const t = useT()
  const { data } = useOperationQuery(listStaff, { params: { businessId } })
  const staff = data?.items.filter(({ active }) => active) ?? []
  if (staff.length === 0) return null
  return (
    <Section title={t('place.team')}>
      <List label={t('place.team')}>
        {staff.map(({ id, name, title }) => (
          <ListRow key={id} title={name} detail={title} leading={<Avatar name={name} decorative />} />
        ))}
      </List>
    </Section>
  )
}
