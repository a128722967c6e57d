import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { changeMarket, listMarkets } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { email, phone } from '@buy-locals/contracts/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { numberFormat } from '@buy-locals/values/number-format'
import { readFresh } from '../api/queries'
import { BoundNumber, BoundPercent, BoundPhone, BoundText } from '../forms/bound'
import { EditForm, Pair, Section } from '../forms/edit-form'
import { ConfirmDialog } from '../forms/confirm-dialog'
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

/** Nobody, or somebody with an email at least. */
const contact = z
  .object({ email: email.optional(), phone: phone.optional() })
  .refine((one) => one.email !== undefined || one.phone === undefined, { path: ['email'] })

const terms = changeMarket.body.omit({ contact: true }).required().extend({ contact })

const country = 'US' // of numbers without a country code

const toTerms = (market: Market) => ({
  name: market.name,
  feeBasisPoints: market.feeBasisPoints,
  complaintHours: market.complaintHours,
  contact: { email: market.contact?.email, phone: market.contact?.phone },
})

const percent = numberFormat({ style: 'percent', maximumFractionDigits: 2 })

/** More is hardly ever meant: it is asked again. */
const highestUsualFee = 1_500

function SettingsForm({ market }: { market: Market }) {
  const t = useT()
  const i18n = useI18n()
  const { feeBasisPoints } = market
  const takesPayments = useTakesPayments()
  const form = useContractForm(terms, toTerms(market))
  const { control } = form
  const change = useVersionedMutation(changeMarket, {
    from: market,
    readCurrent: async () => (await readFresh(listMarkets, {})).items.find(({ id }) => id === market.id),
    invalidates: [listMarkets],
    successText: t('forms.saved'),
    handleError: form.showFieldErrors,
  })
  const [unusual, setUnusual] = useState<z.output<typeof terms>>()
  const save = ({ contact: { email: to, ...others }, ...body }: z.output<typeof terms>) =>
    change.save({
      params: { marketId: market.id },
      body: { ...body, contact: to === undefined ? null : { email: to, ...others } },
    })
  const submit = form.handleSubmit((body) => {
    const isUnusual = body.feeBasisPoints > highestUsualFee && body.feeBasisPoints !== feeBasisPoints
    if (isUnusual) setUnusual(body)
    else save(body)
  })
  function confirmFee() {
    if (unusual) save(unusual)
    setUnusual(undefined)
  }
  return (
    <EditForm
      label={t('forms.save')}
      onSubmit={submit}
      busy={change.isPending}
      values={useWatch({ control })}
      saved={change.isSuccess}
      stale={change.stale((theirs) => form.reset(toTerms(theirs)))}
    >
      <ConfirmDialog
        open={unusual !== undefined}
        tone="primary"
        title={t('operator.feeTitle', { share: percent(i18n.locale).format((unusual?.feeBasisPoints ?? 0) / 10_000) })}
        text={t('operator.feeText', { share: percent(i18n.locale).format(highestUsualFee / 10_000) })}
        label={t('operator.feeAct')}
        busy={false}
        onConfirm={confirmFee}
        onClose={() => setUnusual(undefined)}
      />
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
      <Section title={t('operator.contact')} intro={t('operator.contactIntro')}>
        <Pair>
          <BoundText control={control} name="contact.email" kind="email" label={t('operator.contactEmail')} optional />
          <BoundPhone
            control={control}
            name="contact.phone"
            label={t('operator.contactPhone')}
            country={country}
            optional
          />
        </Pair>
      </Section>
    </EditForm>
  )
}
