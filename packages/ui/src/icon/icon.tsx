import Svg, { Path } from 'react-native-svg'
import { useColors } from '../theme/themed'
import { Picture } from './picture'
import { svgProps, type IconProps } from './props'
import { iconShapes } from './shapes'

export function Icon({ label, ...icon }: IconProps) {
  const colors = useColors()
  return (
    <Picture label={label}>
      <Svg {...svgProps({ ...icon, decorative: true }, colors[icon.color ?? 'ink'])}>
        <Path d={iconShapes[icon.name]} />
      </Svg>
    </Picture>
  )
}
