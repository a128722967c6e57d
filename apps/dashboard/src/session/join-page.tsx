import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { rememberAccount } from '@buy-locals/features/session/sign-in-again'
import { readInvitationLink, readMe } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Refusal } from '@buy-locals/api-client/refusal'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Notice } from '@buy-locals/ui/notice'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useMe } from '@buy-locals/client/me'
import { invalidate } from '../api/queries'
import { QueryResult } from '../shell/query-result'
import { SignedOutFrame } from '../shell/signed-out-frame'
import { Screen } from '../shell/screen'
import { SignOut } from '../shell/sign-out'
import { useT } from '../messages/use-t'
import { JoinAsMe, JoinWithPassword, JoinWithNewAccount } from './join-forms'

export type InvitationLink = Output<typeof readInvitationLink>

/** Where the mailed invitation leads: it names the business, and the link proves the address. */
export function Component() {
  const t = useT()
  const token = useLocation().hash.slice(1)
  // Whoever's session has ended signs in on this page, and is not asked over another.
  useEffect(() => rememberAccount(undefined), [])
  const invitation = useOperationQuery(readInvitationLink, { body: { token } }, { when: token.length >= 20 })
  const hasEnded = token.length < 20 || (invitation.error instanceof Refusal && invitation.error.status < 500)
  if (hasEnded)
    return (
      <SignedOutFrame>
        <Screen title={t('join.endedTitle')}>
          <EmptyState
            icon="mail"
            title={t('join.ended')}
            text={t('join.endedText')}
            action={<Button label={t('session.signIn')} href="/" />}
          />
        </Screen>
      </SignedOutFrame>
    )
  return (
    <SignedOutFrame>
      <QueryResult query={invitation}>{(found) => <Join token={token} invitation={found} />}</QueryResult>
    </SignedOutFrame>
  )
}

function Join({ token, invitation }: { token: string; invitation: InvitationLink }) {
  const t = useT()
  const navigate = useNavigate()
  const me = useMe()
  const { email, role, hasAccount, businessId, businessName } = invitation
  const name = businessName ?? t('session.unnamedBusiness')
  const isMe = me.data?.email === email
  async function open() {
    await invalidate(readMe)
    await navigate(`/${businessId}/board`, { replace: true })
  }
  const form = { token, email, label: t('join.join', { name }), onJoined: () => void open() }
  return (
    <Screen title={t('join.title', { name, role: t(`join.role.${role}`) })} intro={t(`join.intro.${role}`, { email })}>
      {me.data && !isMe && (
        <Notice tone="info" title={t('join.other', { email: me.data.email })} action={<SignOut />} />
      )}
      {(!me.data || isMe) && !me.isPending && (
        <Card>
          {isMe ? (
            <JoinAsMe {...form} />
          ) : hasAccount ? (
            <JoinWithPassword {...form} />
          ) : (
            <JoinWithNewAccount {...form} />
          )}
        </Card>
      )}
    </Screen>
  )
}
