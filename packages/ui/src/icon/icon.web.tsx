import { useColors } from '../theme/themed'
import { svgProps, type IconProps } from './props'
import { iconShapes } from './shapes'

const style = { flexShrink: 0, display: 'block' } as const

/** Without a color it takes that of the text around it. */
export function Icon(props: IconProps) {
  const colors = useColors()
  return (
    <svg
      {...svgProps(props, props.color ? colors[props.color] : 'currentColor')}
      style={style}
      dangerouslySetInnerHTML={{ __html: `<path d="${iconShapes[props.name]}"/>` }}
    />
  )
}
