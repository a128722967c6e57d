import { changeMarket, listMarkets } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { readFresh } from '../api/queries'
import { BoundNumber, BoundPercent, BoundText } from '../forms/bound'
import { EditForm, Pair, Section } from '../forms/edit-form'
import { useContractForm } from '../forms/contract-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { NotFound } from '../shell/fallback-pages'
import { Screen } from '../shell/screen'
import { useTakesPayments } from '../shell/use-takes-payments'
import { useT } from '../messages/use-t'
import { useMarket } from './use-market'

export function MarketSettings({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  const takesPayments = useTakesPayments()
  if (!market) return <NotFound />
  return (
    <Screen
      title={t('operator.settingsTitle')}
      place={market.name}
      intro={t(takesPayments === false ? 'operator.settingsIntroUnpaid' : 'operator.settingsIntro')}
    >
      {field}
      <SettingsForm key={market.id} market={market} />
    </Screen>
  )
}

const terms = changeMarket.body.required()

function SettingsForm({ market }: { market: Market }) {
  const t = useT()
  const { name, feeBasisPoints, complaintHours } = market
  const takesPayments = useTakesPayments()
  const form = useContractForm(terms, { name, feeBasisPoints, complaintHours })
  const { control } = form
  const change = useVersionedMutation(changeMarket, {
    from: market,
    readCurrent: async () => (await readFresh(listMarkets, {})).items.find(({ id }) => id === market.id),
    invalidates: [listMarkets],
    successText: t('forms.saved'),
    handleError: form.showFieldErrors,
  })
  const submit = form.handleSubmit((body) => change.save({ params: { marketId: market.id }, body }))
  return (
    <EditForm
      label={t('forms.save')}
      onSubmit={submit}
      busy={change.isPending}
      stale={change.stale((theirs) => form.reset(theirs))}
    >
      <Section title={market.name}>
        <BoundText control={control} name="name" label={t('operator.name')} maxLength={80} />
        <Pair>
          {takesPayments && (
            <BoundPercent
              control={control}
              name="feeBasisPoints"
              label={t('operator.fee')}
              hint={t('operator.feeHint')}
            />
          )}
          <BoundNumber
            control={control}
            name="complaintHours"
            label={t('operator.complaintHours')}
            hint={t(takesPayments === false ? 'operator.complaintHintUnpaid' : 'operator.complaintHint')}
            unit={t('forms.hours')}
            min={0}
            max={720}
          />
        </Pair>
      </Section>
    </EditForm>
  )
}
