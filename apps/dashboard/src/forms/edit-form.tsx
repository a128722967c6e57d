import type { ReactNode } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/use-t'
import styles from './edit-form.module.css'

type EditFormProps = {
  onSubmit: () => Promise<void>
  label: string
  busy: boolean
  /** Somebody else has changed the same thing meanwhile. */
  stale?: { theirs: () => void; mine: () => void } | undefined
  actions?: ReactNode
  children: ReactNode
}

/** A page that is filled in and saved. What was typed stays until it is saved. */
export function EditForm({ onSubmit, label, busy, stale, actions, children }: EditFormProps) {
  const t = useT()
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <Stack gap="xl">
        {children}
        {stale && (
          <Notice
            tone="danger"
            title={t('forms.stale')}
            text={t('forms.staleText')}
            action={
              <Buttons>
                <Button tone="secondary" label={t('forms.mine')} onPress={stale.mine} />
                <Button tone="quiet" label={t('forms.theirs')} onPress={stale.theirs} />
              </Buttons>
            }
          />
        )}
        <ActionBar>
          <Buttons>
            <Button submit label={label} busy={busy} />
            {actions}
          </Buttons>
        </ActionBar>
      </Stack>
    </form>
  )
}

/** What belongs together on a longer form. */
export function Section({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <Card>
      <Stack gap="lg">
        <Stack gap="xs">
          <Title level={2} size="lead">
            {title}
          </Title>
          {intro && (
            <Text size="small" tone="quiet">
              {intro}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </Card>
  )
}

/** Short fields side by side where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}

/** Submits the form of a sheet: the buttons of a sheet are outside of it. */
export function SheetSubmit({ form, label, busy }: { form: string; label: string; busy: boolean }) {
  const submit = () => (document.getElementById(form) as HTMLFormElement | null)?.requestSubmit()
  return <Button wide label={label} busy={busy} onPress={submit} />
}
