import Svg, { Path } from 'react-native-svg'
import { useColors } from '../theme/themed'
import { svgProps, type IconProps } from './props'
import { iconShapes } from './shapes'

export function Icon(props: IconProps) {
  const colors = useColors()
  return (
    <Svg {...svgProps(props, colors[props.color ?? 'ink'])}>
      <Path d={iconShapes[props.name]} />
    </Svg>
  )
}
