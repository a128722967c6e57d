import { useState } from 'react'
import { useLocation, useLoaderData } from 'react-router'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { publicTitle } from '../legal/public-title'
import { useT } from '../messages/site-i18n'
import { Added } from './added'
import type { Draft } from './draft'
import { HoursStep } from './hours-step'
import { useRegister } from './use-register'
import { WhatStep } from './what-step'
import { WhereStep } from './where-step'
import type { Asked } from '../server/asked'

export const loader = ({ context: { me } }: Asked) => ({ isSignedIn: Boolean(me) })

export const meta = publicTitle('add.title', 'add.lead', '/add-business')

export default function AddBusiness() {
  const t = useT()
  const { isSignedIn } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const [draft, setDraft] = useState<Draft>({})
  const [at, setAt] = useState(0)
  const { register, added, isBusy, error } = useRegister()
  const steps = [t('add.steps.what'), t('add.steps.where'), t('add.steps.hours')]
  const to = `?to=${encodeURIComponent(pathname)}`

  if (added) return <Added name={added.name} isPending={added.isPending} />
  if (!isSignedIn) {
    const ways = (
      <Buttons>
        <Button label={t('account.signUp')} href={`/sign-up${to}`} />
        <Button tone="secondary" label={t('account.signIn')} href={`/sign-in${to}`} />
      </Buttons>
    )
    return (
      <Page reading>
        <EmptyState level={1} icon="store" title={t('add.title')} text={t('add.signInFirst')} action={ways} />
      </Page>
    )
  }
  function go(to: number, more: Draft = {}) {
    setDraft((before) => ({ ...before, ...more }))
    setAt(to)
    window.scrollTo({ top: 0 })
  }
  return (
    <Page reading>
      <Stack gap="sm">
        <Title level={1}>{t('add.title')}</Title>
        <Text tone="quiet">{t('add.lead')}</Text>
      </Stack>
      <Steps
        label={t('add.stepOf', { at: at + 1, of: steps.length, step: steps[at] ?? '' })}
        steps={steps}
        current={at}
      />
      {at === 0 && <WhatStep draft={draft} onNext={(more) => go(1, more)} />}
      {at === 1 && <WhereStep draft={draft} onBack={() => go(0)} onNext={(more) => go(2, more)} />}
      {at === 2 && (
        <HoursStep
          onBack={() => go(1)}
          isBusy={isBusy}
          error={error}
          onNext={(weekly) => void register({ ...draft, weekly })}
        />
      )}
    </Page>
  )
}
