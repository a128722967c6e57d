import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'

export function Chapters({ title, parts }: { title: string; parts: readonly { title: string; text: string }[] }) {
  return (
    <Page reading>
      <Title level={1}>{title}</Title>
      {parts.map((part) => (
        <Stack key={part.title} gap="sm">
          <Title level={2} size="lead">
            {part.title}
          </Title>
          <Text>{part.text}</Text>
        </Stack>
      ))}
    </Page>
  )
}
