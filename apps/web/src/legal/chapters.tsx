import type { ReactNode } from 'react'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'

type Chapter = { title: string; text: string; link?: { label: string; href: string } }
type ChaptersProps = { title: string; lead?: string; parts: readonly Chapter[]; children?: ReactNode }

export function Chapters({ title, lead, parts, children }: ChaptersProps) {
  return (
    <Page reading>
      <Title level={1}>{title}</Title>
      {lead && <Text size="lead">{lead}</Text>}
      {parts.map((part) => (
        <Stack key={part.title} gap="sm">
          <Title level={2} size="lead">
            {part.title}
          </Title>
          <Text>{part.text}</Text>
          {part.link && <TextLink {...part.link} />}
        </Stack>
      ))}
      {children}
    </Page>
  )
}
