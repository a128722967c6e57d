import type { ReactNode } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
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

/** A page that is filled in and saved. What was written stays until it is. */
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
