import { Linking, Text as NativeText } from 'react-native'
import { useFollow } from '../links/links'
import { Text } from '../text'
import { Title } from '../title'
import type { TextLinkProps, TitleLinkProps } from './props'

export function TextLink({ label, href, name, size = 'body', external }: TextLinkProps) {
  const follow = useFollow()
  return (
    <NativeText role="link" aria-label={name} onPress={() => (external ? void Linking.openURL(href) : follow(href))}>
      <Text size={size} tone="brand" weight="medium">
        {label}
      </Text>
    </NativeText>
  )
}

export function TitleLink({ label, href, ...title }: TitleLinkProps) {
  const follow = useFollow()
  return (
    <Title level={title.level} {...(title.size ? { size: title.size } : {})}>
      <NativeText role="link" onPress={() => follow(href)}>
        {label}
      </NativeText>
    </Title>
  )
}
