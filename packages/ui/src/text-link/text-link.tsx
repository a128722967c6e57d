import { Linking, Pressable } from 'react-native'
import { useFollow } from '../links/links'
import { Text } from '../text'
import { fitContent } from '../theme/platform'
import { touchTarget } from '../theme/theme'
import { themed } from '../theme/themed'
import { Title } from '../title'
import type { TextLinkProps, TitleLinkProps } from './props'

const useStyles = themed(() => ({ link: { minHeight: touchTarget, justifyContent: 'center', ...fitContent } }))

export function TextLink({ label, href, name, size = 'body', external }: TextLinkProps) {
  const follow = useFollow()
  const open = () => (external ? void Linking.openURL(href) : follow(href))
  return (
    <Pressable role="link" aria-label={name} style={useStyles().link} onPress={open}>
      <Text size={size} tone="brand" weight="medium">
        {label}
      </Text>
    </Pressable>
  )
}

export function TitleLink({ label, href, ...title }: TitleLinkProps) {
  const follow = useFollow()
  return (
    <Pressable role="link" style={useStyles().link} onPress={() => follow(href)}>
      <Title level={title.level} {...(title.size ? { size: title.size } : {})}>
        {label}
      </Title>
    </Pressable>
  )
}
