import { useAnchor } from '../links/links'
import { fonts } from '../theme/fonts'
import { leading, type, weight } from '../theme/theme'
import { look } from '../theme/look'
import { themed } from '../theme/themed'
import { Title } from '../title'
import type { TextLinkProps, TitleLinkProps } from './props'

const sizes = { fine: type.fine, small: type.small, body: type.body, lead: type.lead, figure: type.title }

const useStyles = themed((c) => ({
  link: { color: c.brand, fontFamily: fonts.text, fontWeight: weight.medium, textDecorationLine: 'underline' },
  title: { color: c.ink, textDecorationLine: 'none' },
}))

export function TextLink({ label, href, name, size = 'body', stretched, foreign }: TextLinkProps) {
  const Anchor = useAnchor()
  const fit = { fontSize: sizes[size], lineHeight: Math.round(sizes[size] * leading.text) }
  const kind = { 'data-link': stretched ? 'stretched' : '', 'aria-label': name, ...look(useStyles().link, fit) }
  if (foreign) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer" {...kind}>
        {label}
      </a>
    )
  }
  return (
    <Anchor href={href} {...kind}>
      {label}
    </Anchor>
  )
}

/** A heading that is a link: the name of a place on its card. */
export function TitleLink({ label, href, stretched, ...title }: TitleLinkProps) {
  const Anchor = useAnchor()
  return (
    <Title {...title}>
      <Anchor href={href} data-link={stretched ? 'stretched' : ''} {...look(useStyles().title)}>
        {label}
      </Anchor>
    </Title>
  )
}
