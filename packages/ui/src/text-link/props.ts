import type { Title } from '../title'
import type { TextProps } from '../text'

export type TextLinkProps = {
  label: string
  href: string
  /** Says more than the label where several links read alike. */
  name?: string
  size?: NonNullable<TextProps['size']>
  /** Makes the nearest `Card` one target. */
  stretched?: boolean
  /** Opens elsewhere, on a site that is not ours. */
  external?: boolean
}

export type TitleLinkProps = Pick<Parameters<typeof Title>[0], 'level' | 'size'> & {
  label: string
  href: string
  stretched?: boolean
}
