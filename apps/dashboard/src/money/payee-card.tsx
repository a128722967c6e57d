import { onboardPayee, readPayee } from '@buy-locals/contracts/payment/operations'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Section } from '../forms/edit-form'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import styles from './payee-card.module.css'
import { toRequirements } from './requirements'

const tones = { none: 'plain', onboarding: 'pending', restricted: 'danger', ready: 'success' } as const

/** Whether money can reach the business, and what is in its way. */
export function PayeeCard() {
  const t = useT()
  const { params, may } = useCurrentBusiness()
  const payee = useOperationQuery(readPayee, { params })
  const onboard = useOperationMutation(onboardPayee, {
    onSuccess: ({ onboardingUrl }) => location.assign(onboardingUrl),
  })
  return (
    <Section title={t('money.payee')}>
      <QueryResult query={payee} placeholder={<SkeletonRows count={1} height={96} />}>
        {({ status, requirements }) => (
          <>
            <Row justify="between" wrap>
              <Badge tone={tones[status]} label={t(`money.payeeStatus.${status}`)} />
              {status !== 'ready' && may('owner') && (
                <Button
                  icon="external-link"
                  label={t(status === 'none' ? 'money.onboard' : 'money.onboardGoOn')}
                  busy={onboard.isPending}
                  onPress={() => onboard.mutate({ input: { params } })}
                />
              )}
            </Row>
            <Text tone="quiet">{t(`money.payeeText.${status}`)}</Text>
            {requirements.length > 0 && (
              <Stack gap="xs">
                <Text size="small" weight="strong">
                  {t('money.missing')}
                </Text>
                <ul className={styles.requirements}>
                  {toRequirements(requirements).map((requirement) => (
                    <li key={requirement}>
                      <Text size="small">{t(`money.requirements.${requirement}`)}</Text>
                    </li>
                  ))}
                </ul>
              </Stack>
            )}
            {status !== 'ready' && !may('owner') && <Text size="small">{t('money.ownerOnboards')}</Text>}
          </>
        )}
      </QueryResult>
    </Section>
  )
}
