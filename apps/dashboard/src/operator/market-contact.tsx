import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { changeMarket, listMarkets } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { email, phone } from '@buy-locals/contracts/shapes'
import { readFresh } from '../api/queries'
import { BoundPhone, BoundText } from '../forms/bound'
import { useContractForm } from '../forms/contract-form'
import { EditForm, Pair, Section } from '../forms/edit-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { useT } from '../messages/use-t'

/** Nobody, or somebody with an email at least. */
const contactFields = z
  .object({ email: email.optional(), phone: phone.optional() })
  .refine((contact) => contact.email !== undefined || contact.phone === undefined, { path: ['email'] })

const country = 'US' // of numbers without a country code

/** Whom people of the market write to or call: their help page says so. */
export function MarketContact({ market }: { market: Market }) {
  const t = useT()
  const form = useContractForm(contactFields, { ...market.contact })
  const { control } = form
  const change = useVersionedMutation(changeMarket, {
    from: market,
    readCurrent: async () => (await readFresh(listMarkets, {})).items.find(({ id }) => id === market.id),
    invalidates: [listMarkets],
    successText: t('forms.saved'),
    handleError: form.showFieldErrors,
  })
  const submit = form.handleSubmit((contact) =>
    change.save({
      params: { marketId: market.id },
      body: { contact: contact.email === undefined ? null : { email: contact.email, phone: contact.phone } },
    }),
  )
  return (
    <EditForm
      isOneOfSeveral
      label={t('operator.saveContact')}
      onSubmit={submit}
      busy={change.isPending}
      values={useWatch({ control })}
      saved={change.isSuccess}
      stale={change.stale((theirs) => form.reset(theirs.contact ?? {}))}
    >
      <Section title={t('operator.contact')} intro={t('operator.contactIntro')}>
        <Pair>
          <BoundText control={control} name="email" kind="email" label={t('operator.contactEmail')} optional />
          <BoundPhone control={control} name="phone" label={t('operator.contactPhone')} country={country} optional />
        </Pair>
      </Section>
    </EditForm>
  )
}
