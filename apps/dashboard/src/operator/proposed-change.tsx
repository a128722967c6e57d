import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { approveBusiness, listMarketBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business, ProposedChange } from '@buy-locals/contracts/business/shapes'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useOperationMutation } from '../api/use-operation-mutation'
import { useT } from '../messages/use-t'

const fields = ['name', 'categories', 'website', 'address', 'location'] as const satisfies (keyof ProposedChange)[]

/** What a published business wants to be from now on, beside what it is. */
export function ProposedChanges({ business, proposed }: { business: Business; proposed: ProposedChange }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { id, name } = business
  const decide = useOperationMutation(approveBusiness, {
    invalidates: [listMarketBusinesses],
    successText: t('operator.changeDone', { name }),
  })
  const describe = ({ name, categories, website, address, location }: ProposedChange) => ({
    name,
    categories: categories?.map((category) => tFeatures(`category.${category}`)).join(', '),
    website,
    address:
      address &&
      [address.street, address.postcode, address.city, address.region, address.country].filter(Boolean).join(', '),
    location: location && `${location.lat}, ${location.lon}`,
  })
  const [before, after] = [describe(business), describe(proposed)]
  const choose = (outcome: 'approved' | 'refused') =>
    decide.mutate({ input: { params: { businessId: id }, body: { outcome } } })
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
      <Buttons>
        <Button
          icon="check"
          label={t('operator.approveChange')}
          name={t('operator.approveChangeName', { name })}
          busy={decide.isPending}
          onPress={() => choose('approved')}
        />
        <Button
          tone="secondary"
          label={t('operator.refuseChange')}
          name={t('operator.refuseChangeName', { name })}
          onPress={() => choose('refused')}
        />
      </Buttons>
    </Stack>
  )
}
