import { useColors } from '../theme/themed'
import { svgProps, type IconProps } from './props'
import { iconShapes } from './shapes'

const style = { flexShrink: 0, display: 'block' } as const

/** React parses the text again whenever the object around it is another one. */
const markups = Object.fromEntries(
  Object.entries(iconShapes).map(([name, path]) => [name, { __html: `<path d="${path}"/>` }]),
) as Record<IconProps['name'], { __html: string }>

/** Without a color it takes that of the text around it. */
export function Icon(props: IconProps) {
  const colors = useColors()
  return (
    <svg
      {...svgProps(props, props.color ? colors[props.color] : 'currentColor')}
      style={style}
      dangerouslySetInnerHTML={markups[props.name]}
    />
  )
}
