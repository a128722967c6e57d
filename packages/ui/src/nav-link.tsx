import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Press } from './press/press'
import { Text } from './text'
import { radius, space, touch } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  link: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.md,
    minHeight: touch,
    paddingHorizontal: space.md,
    borderRadius: radius.control,
  },
  here: { backgroundColor: c.sunken },
}))

/** One place in a top bar or a side bar. */
export function NavLink({ label, href, icon, here }: { label: string; href: string; icon?: IconName; here?: boolean }) {
  const styles = useStyles()
  const tone = here ? 'brand' : 'ink'
  return (
    <Press href={href} current={here} style={[styles.link, here && styles.here]}>
      {icon && <Icon beside="text" name={icon} color={tone} />}
      <Text size="small" weight={here ? 'strong' : 'medium'} tone={tone}>
        {label}
      </Text>
    </Press>
  )
}
