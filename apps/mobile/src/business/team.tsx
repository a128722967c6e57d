import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listStaff } from '@buy-locals/contracts/booking/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Avatar } from '@buy-locals/ui/avatar'
import { List, ListRow } from '@buy-locals/ui/list'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'
import { useDetailPhotos } from './use-detail-photos'

export function Team({ businessId }: { businessId: ShownBusiness['id'] }) {
  const t = translatorForFeatures(useI18n())
  const { data } = useOperationQuery(listStaff, { params: { businessId } })
  const photoOf = useDetailPhotos(businessId)
  const staff = data?.items.filter(({ active }) => active) ?? []
  if (staff.length === 0) return null
  return (
    <Section title={t('business.team')}>
      <List label={t('business.team')}>
        {staff.map(({ id, name, title }) => (
          <ListRow
            key={id}
            title={name}
            detail={title}
            leading={<Avatar name={name} photo={photoOf(id)?.src} decorative />}
          />
        ))}
      </List>
    </Section>
  )
}
