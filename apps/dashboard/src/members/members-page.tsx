import { listMembers } from '@buy-locals/contracts/auth/operations'
import { Avatar } from '@buy-locals/ui/avatar'
import { Badge } from '@buy-locals/ui/badge'
import { List, ListRow } from '@buy-locals/ui/list'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useSignedIn } from '@buy-locals/client/me'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { InviteForm } from './invite-form'
import { LeaveBusiness } from './leave-business'
import { MemberRole } from './member-role'
import { RemoveMember } from './remove-member'
import { WithdrawInvitation } from './withdraw-invitation'

export function Component() {
  const t = useT()
  const me = useSignedIn()
  const { business, params, may } = useCurrentBusiness()
  const members = useOperationQuery(listMembers, { params })
  return (
    <Screen title={t('members.title')} place={business.name} intro={t('members.intro')}>
      <QueryResult query={members}>
        {({ items }) => (
          <List label={t('members.title')}>
            {items.map(({ personId, invitationId, name, email, role, status }) => (
              <ListRow
                key={email}
                title={personId === me.id ? `${name ?? email} (${t('members.you')})` : (name ?? email)}
                detail={name ? email : t(`shell.role.${role}`)}
                leading={<Avatar decorative name={name ?? email} />}
                trailing={
                  <Row gap="sm">
                    <Badge
                      tone={status === 'active' ? 'plain' : 'pending'}
                      label={status === 'active' ? t(`shell.role.${role}`) : t('members.invited')}
                    />
                    {personId && personId !== me.id && role !== 'owner' && may('owner') && (
                      <MemberRole email={email} name={name ?? email} role={role} />
                    )}
                    {personId && personId !== me.id && may('owner') && (
                      <RemoveMember personId={personId} name={name ?? email} />
                    )}
                    {invitationId && may('owner') && <WithdrawInvitation invitationId={invitationId} email={email} />}
                  </Row>
                }
              />
            ))}
          </List>
        )}
      </QueryResult>
      <LeaveBusiness />
      {may('owner') ? <InviteForm /> : <Text tone="quiet">{t('members.ownersOnly')}</Text>}
    </Screen>
  )
}
