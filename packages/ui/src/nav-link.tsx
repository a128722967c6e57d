import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Press } from './press/press'
import { Text } from './text'
import { radius, space, touchTarget } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  link: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.md,
    minHeight: touchTarget,
    paddingHorizontal: space.md,
    borderRadius: radius.control,
  },
  current: { backgroundColor: c.sunken },
}))

/** A link of the top bar or the side bar. */
export function NavLink({
  label,
  href,
  icon,
  current,
  name,
}: {
  label: string
  /** For screen readers, where the label is short. */
  name?: string | undefined
  href: string
  icon?: IconName
  current?: boolean
}) {
  const styles = useStyles()
  const tone = current ? 'brand' : 'ink'
  return (
    <Press href={href} label={name} current={current} style={[styles.link, current && styles.current]}>
      {icon && <Icon decorative name={icon} color={tone} />}
      <Text size="small" weight={current ? 'strong' : 'medium'} tone={tone}>
        {label}
      </Text>
    </Press>
  )
}
