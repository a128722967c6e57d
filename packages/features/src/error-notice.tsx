import { useState } from 'react'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { nextStep, type NextStep } from './messages/next-step'
import { useErrorText } from './messages/use-error-text'

export type Way = { label: string } & ({ href: string } | { onPress: () => void })

type ErrorNoticeProps = {
  error: unknown
  /** The fields that show their errors themselves. */
  marked?: readonly string[] | undefined
  /** Where each step leads in this app. */
  ways: Partial<Record<NextStep, Way>>
}

/** What went wrong and what to do about it, with the way there; nothing where nothing went wrong, or where that way was taken. */
export function ErrorNotice({ error, marked, ways }: ErrorNoticeProps) {
  const describeError = useErrorText()
  const [left, setLeft] = useState<unknown>()
  if (!error || error === left) return null
  const step = nextStep(error)
  const way = step && ways[step]
  return (
    <Notice
      tone="danger"
      title={describeError(error, marked)}
      action={way && <WayButton way={way} onPress={() => setLeft(error)} />}
    />
  )
}

function WayButton({ way, onPress }: { way: Way; onPress: () => void }) {
  if ('href' in way) return <Button tone="secondary" {...way} />
  const press = () => {
    onPress()
    way.onPress()
  }
  return <Button tone="secondary" label={way.label} onPress={press} />
}
