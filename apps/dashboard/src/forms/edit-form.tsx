import { useState, type ReactNode } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { LeaveGuard } from './leave-guard'
import { StaleNotice } from './stale-notice'
import styles from './edit-form.module.css'

type EditFormProps = {
  onSubmit: () => Promise<void>
  label: string
  busy: boolean
  /** What was typed so far: leaving asks where it is not saved. */
  values: unknown
  /** What was sent last is saved. */
  saved?: boolean
  /** Somebody else has changed the same thing meanwhile. */
  stale?: { theirs: () => void; mine: () => void } | undefined
  actions?: ReactNode
  children: ReactNode
}

/** A page that is filled in and saved. What was typed stays until it is saved. */
export function EditForm(props: EditFormProps) {
  const { onSubmit, label, busy, values, saved = false, stale, actions, children } = props
  const typed = JSON.stringify(values)
  const [initial] = useState(typed)
  const [sent, setSent] = useState<string>()
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setSent(typed)
        void onSubmit()
      }}
    >
      <LeaveGuard changed={!busy && typed !== (saved ? sent : initial)} />
      <Stack gap="xl">
        {children}
        {stale && <StaleNotice stale={stale} />}
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
