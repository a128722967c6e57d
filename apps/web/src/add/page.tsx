import { useState } from 'react'
import { useLocation, useLoaderData } from 'react-router'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import { MessagePage } from '../site/message-page'
import { publicPage } from '../site/page-meta'
import type { Draft } from './draft'
import { HoursStep } from './hours-step'
import { useRegister } from './use-register'
import { DescriptionStep } from './description-step'
import { PlaceStep } from './place-step'
import type { LoaderArgs } from '../server/visit'

export const loader = ({ context: { me } }: LoaderArgs) => ({ isSignedIn: Boolean(me) })

export const meta = publicPage('add.title', 'add.lead', '/add-business')

export default function AddBusiness() {
  const t = useT()
  const { isSignedIn } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const [draft, setDraft] = useState<Draft>({})
  const [step, setStep] = useState(0)
  const { register, added, isBusy, error } = useRegister()
  const steps = [t('add.steps.what'), t('add.steps.where'), t('add.steps.hours')]
  const to = `?to=${encodeURIComponent(pathname)}`

  if (added) {
    return (
      <MessagePage
        icon="store"
        title={t('add.doneTitle', { name: added.name })}
        text={t(added.isPending ? 'add.doneText' : 'add.draftText')}
        action={<Button label={t('add.toDashboard')} href="/dashboard" />}
      />
    )
  }
  if (!isSignedIn) {
    const signInOrUp = (
      <Buttons>
        <Button label={t('account.signUp')} href={`/sign-up${to}`} />
        <Button tone="secondary" label={t('account.signIn')} href={`/sign-in${to}`} />
      </Buttons>
    )
    return <MessagePage icon="store" title={t('add.title')} text={t('add.signInFirst')} action={signInOrUp} />
  }
  function goTo(step: number, changes: Draft = {}) {
    setDraft((before) => ({ ...before, ...changes }))
    setStep(step)
    window.scrollTo({ top: 0 })
  }
  return (
    <Page reading>
      <Stack gap="sm">
        <Title level={1}>{t('add.title')}</Title>
        <Text tone="quiet">{t('add.lead')}</Text>
      </Stack>
      <Steps
        label={t('add.stepOf', { at: step + 1, of: steps.length, step: steps[step] ?? '' })}
        steps={steps}
        current={step}
      />
      {step === 0 && <DescriptionStep draft={draft} onNext={(changes) => goTo(1, changes)} />}
      {step === 1 && <PlaceStep draft={draft} onBack={() => goTo(0)} onNext={(changes) => goTo(2, changes)} />}
      {step === 2 && (
        <HoursStep
          onBack={() => goTo(1)}
          isBusy={isBusy}
          error={error}
          onNext={(weekly) => void register({ ...draft, weekly })}
        />
      )}
    </Page>
  )
}
