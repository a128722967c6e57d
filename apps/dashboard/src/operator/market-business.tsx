import { useState } from 'react'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { approveBusiness, listMarketBusinesses, suspendBusiness } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useOperationMutation } from '../api/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { BusinessStatus } from '../shell/business-status'
import { siteUrl } from '../shell/links'
import { formatPhone } from '@buy-locals/values/phone'
import { useT } from '../messages/use-t'
import { ProposedChanges } from './proposed-change'

/** What an operator has to know of a business, and what they can do about it. */
export function MarketBusiness({ business }: { business: Business }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { id, name, status, slug, categories, address, description, phone, website, hours } = business
  const input = { params: { businessId: id } }
  const approve = useOperationMutation(approveBusiness, {
    invalidates: [listMarketBusinesses],
    successText: t('operator.approveDone', { name }),
  })
  const details = [
    categories.map((category) => tFeatures(`category.${category}`)).join(', '),
    [address.street, address.postcode, address.city].filter(Boolean).join(', '),
    phone && formatPhone(phone, address.country),
    t(hours?.weekly.length ? 'operator.hours' : 'operator.noHours'),
  ]
  return (
    <Card label={name}>
      <Row justify="between" wrap>
        <Title level={2} size="lead">
          {name}
        </Title>
        <BusinessStatus status={status} />
      </Row>
      <Text size="small" tone="quiet">
        {details.filter(Boolean).join(' · ')}
      </Text>
      {description && <Text>{description}</Text>}
      <Row gap="lg" wrap>
        {website && <TextLink external size="small" label={website} href={website} />}
        {status === 'published' && (
          <TextLink external size="small" label={t('operator.seePage')} href={siteUrl(`/b/${slug}`)} />
        )}
      </Row>
      {status === 'published' && business.proposed && (
        <ProposedChanges business={business} proposed={business.proposed} />
      )}
      <Buttons>
        {(status === 'pending' || status === 'suspended') && (
          <Button
            icon="check"
            label={t('operator.approve')}
            name={t('operator.approveName', { name })}
            busy={approve.isPending}
            onPress={() => approve.mutate({ input })}
          />
        )}
        {status === 'published' && <Suspend id={id} name={name} />}
      </Buttons>
    </Card>
  )
}

function Suspend({ id, name }: Pick<Business, 'id' | 'name'>) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const suspend = useOperationMutation(suspendBusiness, {
    inlineError: true,
    invalidates: [listMarketBusinesses],
    successText: t('operator.suspendDone', { name }),
    onSuccess: () => setOpen(false),
  })
  function confirm() {
    setMissing(!reason.trim())
    if (reason.trim()) suspend.mutate({ input: { params: { businessId: id }, body: { reason } } })
  }
  return (
    <>
      <Button
        tone="secondary"
        label={t('operator.suspend')}
        name={t('operator.suspendName', { name })}
        onPress={() => setOpen(true)}
      />
      <ConfirmDialog
        open={isOpen}
        title={t('operator.suspendTitle', { name })}
        text={t('operator.suspendText')}
        label={t('operator.suspend')}
        busy={suspend.isPending}
        errorText={suspend.errorText}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <TextField
          rows={3}
          maxLength={500}
          label={t('operator.reason')}
          error={isMissing ? t('forms.missing') : undefined}
          value={reason}
          onChange={setReason}
        />
      </ConfirmDialog>
    </>
  )
}
