import type { Title } from '../title'
import type { TextProps } from '../text'

export type TextLinkProps = {
  label: string
  href: string
  /** For screen readers, where several links have the same label. */
  name?: string
  size?: NonNullable<TextProps['size']>
  /** Makes the nearest `Card` one target. */
  stretched?: boolean
  /** Leads to a site that is not ours, and opens beside the page. */
  external?: boolean
}

export type TitleLinkProps = Pick<Parameters<typeof Title>[0], 'level' | 'size'> & {
  label: string
  href: string
  stretched?: boolean
}
