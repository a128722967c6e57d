import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Avatar } from '@buy-locals/ui/avatar'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { BusinessPage } from './load-business'
import styles from './team.module.css'
import { useFirstOf } from './use-first-of'

const shownAtFirst = 12

export function Team({ staff }: { staff: BusinessPage['staff'] }) {
  const t = translatorForFeatures(useI18n())
  const { list, shown, hasMore, showAll } = useFirstOf(staff, shownAtFirst)
  if (staff.length === 0) return null
  return (
    <section aria-labelledby="team-title">
      <Stack>
        <Title level={2} id="team-title">
          {t('business.team')}
        </Title>
        <ul className={styles.team} ref={list}>
          {shown.map(({ id, name, title, photo }) => (
            <li key={id}>
              <Avatar name={name} size={photo ? 'large' : 'medium'} photo={photo?.sizes[0]?.jpeg} />
              <Stack gap="none">
                <Text weight="medium">{name}</Text>
                {title && (
                  <Text size="small" tone="quiet">
                    {title}
                  </Text>
                )}
              </Stack>
            </li>
          ))}
        </ul>
        {hasMore && (
          <Button tone="secondary" label={t('business.wholeTeam', { count: staff.length })} onPress={showAll} />
        )}
      </Stack>
    </section>
  )
}
