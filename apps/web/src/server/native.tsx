import { useContext, type ComponentProps, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import NativeText from 'react-native-web/dist/exports/Text'
import NativeView from 'react-native-web/dist/exports/View'
import TextAncestor from 'react-native-web/dist/exports/Text/TextAncestorContext'
import { domStyle } from '@buy-locals/ui/dom-style'

type NativeProps = ComponentProps<typeof NativeView>

const namesOfView = new Set(['children', 'style', 'id', 'aria-hidden'])
const namesOfText = new Set(['children', 'style', 'id'])
const namesOfHeading = new Set([...namesOfText, 'role', 'aria-level'])

function hasOnly(names: ReadonlySet<string>, props: object): boolean {
  for (const name in props) if (!names.has(name)) return false
  return true
}

const classesOf = (element: ReactElement): string[] =>
  [...renderToStaticMarkup(element).matchAll(/ class="([^"]*)"/g)].map(([, name = '']) => name)

const [viewClass = ''] = classesOf(<NativeView />)
const [textClass = '', innerTextClass = ''] = classesOf(
  <NativeText>
    <NativeText />
  </NativeText>,
)

function attributes({ id, style }: NativeProps, own: string) {
  const resolved = domStyle(style as Parameters<typeof domStyle>[0])
  return { id, className: resolved.className ? `${own} ${resolved.className}` : own, style: resolved.style }
}

/** For the server, which neither measures nor listens: the markup that React Native makes of a box, without what it takes for that in a browser. */
export function View(props: NativeProps) {
  if (useContext(TextAncestor) || !hasOnly(namesOfView, props)) return <NativeView {...props} />
  return (
    <div aria-hidden={props['aria-hidden'] || undefined} {...attributes(props, viewClass)}>
      {props.children}
    </div>
  )
}

/** The same of text. */
export function Text(props: NativeProps) {
  const isInText = useContext(TextAncestor)
  const { children, role, 'aria-level': level } = props
  if (isInText && hasOnly(namesOfText, props)) return <span {...attributes(props, innerTextClass)}>{children}</span>
  if (isInText || !hasOnly(role === 'heading' && level ? namesOfHeading : namesOfText, props)) {
    return <NativeText {...props} />
  }
  const isLeaf = typeof children === 'string' || typeof children === 'number'
  const content = isLeaf ? children : <TextAncestor value={true}>{children}</TextAncestor>
  const shared = { dir: 'auto', ...attributes(props, textClass) }
  if (!level) return <div {...shared}>{content}</div>
  const Heading = `h${level}` as 'h1'
  return (
    <Heading aria-level={level} role="heading" {...shared}>
      {content}
    </Heading>
  )
}
