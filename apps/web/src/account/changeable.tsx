import { useState, type ReactNode } from 'react'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'

type Props = {
  title: string
  /** What it is now. */
  value?: string
  /** The label of the button that opens the form. */
  change: string
  form: (close: () => void) => ReactNode
}

/** A part of the account, and the form that changes it once it is asked for. */
export function Changeable({ title, value, change, form }: Props) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <Stack gap="sm">
      <Title level={2} size="lead">
        {title}
      </Title>
      {value && <Text>{value}</Text>}
      {isOpen && form(close)}
      <div>
        <Button tone="secondary" label={isOpen ? t('account.keep') : change} onPress={() => setOpen(!isOpen)} />
      </div>
    </Stack>
  )
}
