import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { approveBusiness, listMarketBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business, ProposedChange } from '@buy-locals/contracts/business/shapes'
import { formatDistance, measureMeters } from '@buy-locals/features/place/distance'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatAddress } from '@buy-locals/values/address'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../messages/use-t'
import { DecideWithReason } from './decide-with-reason'

const fields = ['name', 'categories', 'website', 'address'] as const satisfies (keyof ProposedChange)[]

/** What a published business wants to be from now on, beside what it is. */
export function ProposedChanges({ business, proposed }: { business: Business; proposed: ProposedChange }) {
  const t = useT()
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  const { id, name } = business
  const decide = useOperationMutation(approveBusiness, {
    invalidates: [listMarketBusinesses],
    successText: t('operator.changeDone', { name }),
  })
  const describe = ({ name, categories, website, address }: ProposedChange) => ({
    name,
    categories: categories?.map((category) => tFeatures(`category.${category}`)).join(', '),
    website,
    address: address && `${formatAddress(address)}, ${address.country}`,
  })
  const [before, after] = [describe(business), describe(proposed)]
  const choose = (outcome: 'approved' | 'refused', reason?: string) =>
    decide.mutate({ input: { params: { businessId: id }, body: { outcome, ...(reason && { reason }) } } })
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t('operator.changes')}
      </Title>
      {fields
        .filter((field) => field in proposed)
        .map((field) => (
          <Text key={field}>
            {t('operator.changeFrom', {
              field: t(`operator.changeFields.${field}`),
              from: before[field] ?? t('operator.changeNone'),
              to: after[field] ?? t('operator.changeNone'),
            })}
          </Text>
        ))}
      {proposed.location && (
        <Text>
          {t('operator.changeLocation', {
            distance: formatDistance(i18n, measureMeters(business.location, proposed.location)),
          })}
        </Text>
      )}
      <Buttons>
        <Button
          icon="check"
          label={t('operator.approveChange')}
          name={t('operator.approveChangeName', { name })}
          busy={decide.isPending}
          onPress={() => choose('approved')}
        />
        <DecideWithReason
          isOptional
          label={t('operator.refuseChange')}
          name={t('operator.refuseChangeName', { name })}
          title={t('operator.refuseChangeTitle', { name })}
          text={t('operator.refuseChangeText')}
          busy={decide.isPending}
          onDecide={(reason) => choose('refused', reason)}
        />
      </Buttons>
    </Stack>
  )
}
