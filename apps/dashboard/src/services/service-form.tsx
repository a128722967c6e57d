import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { addService, changeService, findSlots, listServices } from '@buy-locals/contracts/booking/operations'
import { serviceTerms, type Resource, type Service, type Staff } from '@buy-locals/contracts/booking/shapes'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { readFresh } from '../api/queries'
import { useContractForm } from '../forms/contract-form'
import { EditForm } from '../forms/edit-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { useFormatMoney, useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { useTakesPayments } from '../shell/use-takes-payments'
import { BookingRuleFields } from './booking-rule-fields'
import { DescriptionFields, StaffFields } from './description-fields'
import { PaymentFields, PolicyFields } from './payment-fields'
import { usualTerms } from './service-terms'
import { WithdrawService } from './withdraw-service'

type ServiceFormProps = { service: Service | undefined; staff: readonly Staff[]; resources: readonly Resource[] }

export function ServiceForm({ service, staff, resources }: ServiceFormProps) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const navigate = useNavigate()
  const { business, params, pathTo } = useCurrentBusiness()
  const form = useContractForm(serviceTerms, service ?? usualTerms(business.currency, staff))
  const { control } = form
  const options = {
    invalidates: [listServices, findSlots],
    successText: t('forms.saved'),
    onSuccess: () => void navigate(pathTo('services')),
    handleError: form.showFieldErrors,
  }
  const add = useOperationMutation(addService, options)
  const change = useVersionedMutation(changeService, {
    ...options,
    from: service,
    readCurrent: async () => {
      const { items } = await readFresh(listServices, { params })
      return items.find(({ id }) => id === service?.id)
    },
  })
  const takesPayments = useTakesPayments()
  const isOnline = useWatch({ control, name: 'payment' }) === 'online'
  const [hasFixedDeposit, setFixedDeposit] = useState(service?.depositAmount !== undefined)
  const { resetField } = form
  // Nobody could mend what is wrong in a field that is not shown.
  useEffect(() => {
    if (!isOnline) resetField('policy')
    if (!isOnline || hasFixedDeposit) resetField('depositBasisPoints')
    if (!isOnline || !hasFixedDeposit) resetField('depositAmount')
  }, [isOnline, hasFixedDeposit, resetField])
  const submit = form.handleSubmit(({ depositAmount, ...body }) => {
    const isFixed = isOnline && hasFixedDeposit
    if (isFixed && !depositAmount) return form.setError('depositAmount', { message: t('field.amount') })
    const deposit = isFixed ? depositAmount : undefined
    if (deposit && deposit.amount > body.price.amount)
      return form.setError('depositAmount', { message: t('field.overPrice', { price: formatMoney(body.price) }) }) // prettier-ignore
    if (!service)
      return add.mutate({ input: { params, body: { ...body, ...(deposit && { depositAmount: deposit }) } } })
    change.save({
      params: { ...params, serviceId: service.id },
      body: { ...body, description: body.description ?? null, depositAmount: deposit ?? null },
    })
  })
  function takeTheirs(theirs: Service) {
    form.reset(theirs)
    setFixedDeposit(theirs.depositAmount !== undefined)
  }
  return (
    <EditForm
      label={t('forms.save')}
      onSubmit={submit}
      busy={add.isPending || change.isPending}
      values={[hasFixedDeposit, useWatch({ control })]}
      saved={change.isSuccess}
      stale={change.stale(takeTheirs)}
      actions={service && <WithdrawService service={service} />}
    >
      <DescriptionFields control={control} currency={business.currency} />
      <StaffFields control={control} staff={staff} resources={resources} />
      {takesPayments && (
        <PaymentFields
          control={control}
          currency={business.currency}
          isOnline={isOnline}
          hasFixedDeposit={hasFixedDeposit}
          onFixedDeposit={setFixedDeposit}
        />
      )}
      {takesPayments && isOnline && <PolicyFields control={control} />}
      <BookingRuleFields control={control} />
    </EditForm>
  )
}
