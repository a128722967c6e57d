import { useAnchor } from '../links/links'
import { fonts } from '../theme/platform'
import { lineHeights, fontSizes, fontWeights, namesIn, stylesFor } from '../theme/theme'
import { domStyle } from '../theme/dom-style'
import { themed } from '../theme/themed'
import { Title } from '../title'
import type { TextLinkProps, TitleLinkProps } from './props'

const sizes = {
  fine: fontSizes.fine,
  small: fontSizes.small,
  body: fontSizes.body,
  lead: fontSizes.lead,
  figure: fontSizes.title,
}

// Of no sheet: nothing a page says of its links outweighs them.
const sizeStyles = stylesFor(namesIn(sizes), (name) => ({
  fontSize: sizes[name],
  lineHeight: Math.round(sizes[name] * lineHeights.text),
}))

const useStyles = themed((c) => ({
  link: { color: c.brand, fontFamily: fonts.text, fontWeight: fontWeights.medium, textDecorationLine: 'underline' },
  title: { color: c.ink, textDecorationLine: 'none' },
}))

export function TextLink({ label, href, name, size = 'body', stretched, external }: TextLinkProps) {
  const Anchor = useAnchor()
  const shared = {
    'data-link': stretched ? 'stretched' : '',
    'aria-label': name,
    ...domStyle(useStyles().link, sizeStyles[size]),
  }
  if (external) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer" {...shared}>
        {label}
      </a>
    )
  }
  return (
    <Anchor href={href} {...shared}>
      {label}
    </Anchor>
  )
}

/** A heading that is a link, like the name of a place on its card. */
export function TitleLink({ label, href, stretched, ...title }: TitleLinkProps) {
  const Anchor = useAnchor()
  return (
    <Title {...title}>
      <Anchor href={href} data-link={stretched ? 'stretched' : ''} {...domStyle(useStyles().title)}>
        {label}
      </Anchor>
    </Title>
  )
}
