import { useForm, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { addService, findSlots, listServices } from '@buy-locals/contracts/booking/operations'
import { serviceTerms, type Resource, type Service, type Staff } from '@buy-locals/contracts/booking/shapes'
import type { Currency } from '@buy-locals/values/money'
import type { z } from 'zod'
import { useOperationMutation } from '../api/use-operation-mutation'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { takeRefusal } from '../forms/take-refusal'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'
import { PayingFields, PolicyFields } from './paying-fields'
import { RuleFields } from './rule-fields'
import { useServiceChange } from './use-service-change'
import { NeedFields, WhatFields } from './what-fields'
import { WithdrawService } from './withdraw-service'

export type Terms = z.input<typeof serviceTerms>

type FormProps = { service: Service | undefined; staff: readonly Staff[]; resources: readonly Resource[] }

export function ServiceForm({ service, staff, resources }: FormProps) {
  const t = useT()
  const goTo = useNavigate()
  const { business, params, to } = useHere()
  const { control, handleSubmit, setError, reset } = useForm<Terms, unknown, z.output<typeof serviceTerms>>({
    resolver: contractResolver(serviceTerms, t),
    defaultValues: service ?? usualTerms(business.currency, staff),
  })
  const shared = {
    invalidates: [listServices, findSlots],
    successText: t('forms.saved'),
    onSuccess: () => void goTo(to('services')),
    handleError: (error: Error) => takeRefusal(setError, error),
  }
  const add = useOperationMutation(addService, shared)
  const change = useServiceChange(service, { ...shared, reset })
  const submit = handleSubmit((terms) =>
    service ? change.save(terms) : add.mutate({ input: { params, body: terms } }),
  )
  const currency = business.currency
  const isOnline = useWatch({ control, name: 'payment' }) === 'online'
  return (
    <EditForm
      label={t('forms.save')}
      onSubmit={submit}
      busy={add.isPending || change.isPending}
      stale={change.stale}
      actions={service && <WithdrawService service={service} />}
    >
      <WhatFields control={control} currency={currency} />
      <NeedFields control={control} staff={staff} resources={resources} />
      <PayingFields control={control} isOnline={isOnline} />
      {isOnline && <PolicyFields control={control} />}
      <RuleFields control={control} />
    </EditForm>
  )
}

/** What a new service begins with: what is usual, but no name and no price. */
function usualTerms(currency: Currency, staff: readonly Staff[]) {
  const staffIds = staff.map(({ id }) => id)
  const usual = serviceTerms.parse({ name: '-', durationMinutes: 30, price: { amount: 0, currency }, staffIds })
  const { price: _unknown, ...known } = usual
  return { ...known, name: '' }
}
