import {
  acceptInvitation,
  declineInvitation,
  listInvitations,
  readMe,
  sendVerification,
} from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Button } from '@buy-locals/ui/button'
import { List, ListRow } from '@buy-locals/ui/list'
import { Notice } from '@buy-locals/ui/notice'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useSignedIn } from '@buy-locals/client/me'
import { useT } from '../messages/use-t'

type Invitation = Output<typeof listInvitations>['items'][number]

export const useInvitations = () => useOperationQuery(listInvitations, {})

/** Where somebody may join, for whoever is invited; nobody becomes a member without saying so. */
export function Invitations({ items }: { items: readonly Invitation[] }) {
  const t = useT()
  if (items.length === 0) return null
  return (
    <Stack gap="md">
      <Title level={2}>{t('session.invitations')}</Title>
      <List label={t('session.invitations')}>
        {items.map((invitation) => (
          <InvitationRow key={invitation.id} {...invitation} />
        ))}
      </List>
    </Stack>
  )
}

function InvitationRow({ id: invitationId, businessName, role }: Invitation) {
  const t = useT()
  const name = businessName ?? t('session.unnamedBusiness')
  const input = { params: { invitationId } }
  const accept = useOperationMutation(acceptInvitation, {
    invalidates: [readMe, listInvitations],
    successText: t('session.joined', { name }),
  })
  const decline = useOperationMutation(declineInvitation, { invalidates: [listInvitations] })
  return (
    <ListRow
      title={name}
      detail={t(`shell.role.${role}`)}
      trailing={
        <Row gap="sm" wrap>
          <Button
            label={t('session.join')}
            name={t('session.joinName', { name })}
            busy={accept.isPending}
            onPress={() => accept.mutate({ input })}
          />
          <Button
            tone="quiet"
            label={t('session.decline')}
            name={t('session.declineName', { name })}
            busy={decline.isPending}
            onPress={() => decline.mutate({ input })}
          />
        </Row>
      }
    />
  )
}

/** An invitation is shown to whoever has proved that the invited address is theirs. */
export function UnverifiedNotice() {
  const t = useT()
  const { email, emailVerified } = useSignedIn()
  const send = useOperationMutation(sendVerification, { successText: t('session.verifySent', { email }) })
  if (emailVerified) return null
  return (
    <Notice
      tone="pending"
      title={t('session.unverified', { email })}
      action={
        <Button
          tone="secondary"
          label={t('session.verifyAgain')}
          busy={send.isPending}
          onPress={() => send.mutate({ input: {} })}
        />
      }
    />
  )
}
