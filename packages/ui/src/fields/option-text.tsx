import { Text } from '../text'
import type { ChoiceFieldProps } from './props'

type OptionTextProps = { option: ChoiceFieldProps['options'][number]; chosen: boolean }

export function OptionText({ option: { label, detail }, chosen }: OptionTextProps) {
  return (
    <>
      <Text size="small" weight="strong" tone={chosen ? 'brand' : 'ink'}>
        {label}
      </Text>
      {Boolean(detail) && (
        <Text size="fine" tone="quiet">
          {detail}
        </Text>
      )}
    </>
  )
}
