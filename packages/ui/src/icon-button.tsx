import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Press } from './press/press'
import type { PressAction } from './press/props'
import { radius, touchTarget } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  button: {
    width: touchTarget,
    height: touchTarget,
    flexShrink: 0, // beside a long text it stays as large as a finger
    borderRadius: radius.full,
    alignItems: 'center',
    justifyContent: 'center',
  },
  bordered: { borderWidth: 1, borderColor: c.edge, backgroundColor: c.surface },
  disabled: { opacity: 0.4 },
}))

export type IconButtonProps = PressAction & {
  label: string
  icon: IconName
  bordered?: boolean
  disabled?: boolean | undefined
  pressed?: boolean | undefined
  expanded?: boolean | undefined
}

export function IconButton({ label, icon, bordered, disabled, pressed, expanded, ...action }: IconButtonProps) {
  const styles = useStyles()
  const style = [styles.button, bordered && styles.bordered, disabled && styles.disabled]
  return (
    <Press {...action} label={label} disabled={disabled} pressed={pressed} expanded={expanded} style={style}>
      <Icon decorative name={icon} size={22} color="ink" filled={pressed ?? false} />
    </Press>
  )
}
