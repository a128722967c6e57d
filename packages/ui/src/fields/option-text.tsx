import { Row, Stack } from '../stack'
import { Text } from '../text'
import type { ChoiceFieldProps } from './props'

type OptionTextProps = { option: ChoiceFieldProps['options'][number]; chosen: boolean }

export function OptionText({ option: { label, detail, leading }, chosen }: OptionTextProps) {
  const texts = (
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
  if (!leading) return texts
  return (
    <Row gap="sm" align="center">
      {leading}
      <Stack gap="none">{texts}</Stack>
    </Row>
  )
}
