import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Press } from './press/press'
import type { ButtonAction } from './press/props'
import { Spinner } from './icon/spinner'
import { Text, type TextTone } from './text'
import { fitContent } from './theme/platform'
import { radius, space, touchTarget } from './theme/theme'
import { themed } from './theme/themed'

const useFills = themed((c) => ({
  primary: { backgroundColor: c.brand, borderColor: c.brand },
  secondary: { backgroundColor: c.surface, borderColor: c.edge },
  quiet: { backgroundColor: 'transparent', borderColor: 'transparent' },
  danger: { backgroundColor: c.danger, borderColor: c.danger },
}))

const labelTones = {
  primary: 'onBrand',
  secondary: 'ink',
  quiet: 'brand',
  danger: 'onDanger',
} as const satisfies Record<string, TextTone>

const useStyles = themed(() => ({
  button: {
    minHeight: touchTarget,
    paddingVertical: space.sm,
    paddingHorizontal: space.lg,
    borderWidth: 1,
    borderRadius: radius.control,
    ...fitContent,
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'center',
    gap: space.sm,
  },
  large: { minHeight: 52, paddingHorizontal: space.xl },
  wide: { alignSelf: 'stretch', width: '100%' },
  // Where nothing is seen of the button but its label, the label begins where the text around it does.
  flush: { marginInlineStart: -(space.lg + 1) },
  disabled: { opacity: 0.5 },
}))

export type ButtonProps = ButtonAction & {
  label: string
  tone?: keyof ReturnType<typeof useFills>
  icon?: IconName
  iconAfter?: IconName
  /** For screen readers, where several buttons have the same label. */
  name?: string
  large?: boolean
  wide?: boolean
  /** Of a quiet one that stands alone under a text or a field. */
  flush?: boolean
  disabled?: boolean | undefined
  busy?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const { label, tone = 'primary', icon, iconAfter, name, large, wide, flush, disabled, busy, ...action } = props
  const [fills, styles, ink] = [useFills(), useStyles(), labelTones[tone]]
  return (
    <Press
      {...action}
      label={name}
      disabled={disabled}
      busy={busy}
      style={[
        ...[styles.button, fills[tone], large && styles.large, wide && styles.wide, flush && styles.flush],
        disabled && styles.disabled,
      ]}
    >
      {busy && <Spinner color={ink} />}
      {icon && !busy && <Icon decorative name={icon} color={ink} />}
      <Text tone={ink} weight="strong" align="center">
        {label}
      </Text>
      {iconAfter && <Icon decorative name={iconAfter} color={ink} />}
    </Press>
  )
}

const row = { flexDirection: 'row', flexWrap: 'wrap', gap: space.md } as const
const centeredRow = { justifyContent: 'center' } as const

/** Buttons that belong together, side by side while there is room. */
export function Buttons({ children, centered }: { children: ReactNode; centered?: boolean }) {
  return <View style={[row, centered && centeredRow]}>{children}</View>
}
