import { screen } from '@testing-library/react-native'
import { StyleSheet, type TextStyle } from 'react-native'
import type { JsonElement } from 'test-renderer'
import { touchTarget } from '@buy-locals/ui/theme'

type Node = JsonElement | string

const isElement = (node: Node): node is JsonElement => typeof node !== 'string'
const childrenOf = ({ children }: JsonElement): Node[] => children ?? []
const styleOf = ({ props }: JsonElement): TextStyle => StyleSheet.flatten(props['style'] as TextStyle) ?? {}

const isHidden = ({ props }: JsonElement) =>
  props['aria-hidden'] === true || props['accessibilityElementsHidden'] === true
const isPressed = ({ type, props }: JsonElement) =>
  type !== 'RCTScrollView' && (props['onClick'] !== undefined || props['isPressable'] === true)
const isRead = (node: JsonElement) => node.props['accessible'] === true || node.type === 'Text'
const isField = ({ type }: JsonElement) => type.includes('TextInput')
const isPicture = ({ type }: JsonElement) => /Image/.test(type)
const isText = ({ type }: JsonElement) => type === 'Text'

const labelOf = ({ props }: JsonElement) =>
  String(props['aria-label'] ?? props['accessibilityLabel'] ?? props['alt'] ?? '')

function nameOf(node: Node): string {
  if (!isElement(node)) return node
  if (isHidden(node)) return ''
  return labelOf(node) || childrenOf(node).map(nameOf).join(' ').trim()
}

const px = (length: unknown) => (typeof length === 'number' ? length : 0)

/** How high it is at least, of what its styles say. */
function heightOf(node: Node): number {
  if (!isElement(node)) return 0
  const style = styleOf(node)
  if (isText(node)) return Math.max(px(style.lineHeight), px(style.minHeight))
  const padding = px(style.padding) * 2
  const vertical = px(style.paddingVertical) * 2 || px(style.paddingTop) + px(style.paddingBottom) || padding
  const heights = childrenOf(node).map(heightOf)
  const content = style.flexDirection === 'row' ? Math.max(0, ...heights) : heights.reduce((sum, one) => sum + one, 0)
  const picture = style.aspectRatio ? touchTarget : 0
  return Math.max(px(style.minHeight), px(style.height), picture, vertical + content)
}

const slopOf = (node: JsonElement, ...sides: string[]) => {
  const slop = node.props['hitSlop'] as number | Record<string, number> | undefined
  return typeof slop === 'object' ? sides.reduce((sum, side) => sum + (slop[side] ?? 0), 0) : px(slop) * 2
}

type Place = { inPressed: boolean; height: number | undefined }

/** What somebody who reads with a screen reader, with large letters or with a large finger cannot use. */
function findFaults(node: Node, { inPressed, height }: Place): string[] {
  if (!isElement(node) || isHidden(node)) return []
  const { type, props } = node
  const style = styleOf(node)
  const name = nameOf(node)
  const role = props['role'] ?? props['accessibilityRole']
  const faults: string[] = []
  const note = (fault: string) => faults.push(`${fault}: ${type} ${String(role ?? '')} "${name.slice(0, 60)}"`)
  const isAction = isPressed(node) && props['accessible'] !== false
  if (isAction) {
    if (!name) note('an action without a name')
    if (!role) note('an action without a role')
    if (inPressed) note('an action in an action')
    if (heightOf(node) + slopOf(node, 'top', 'bottom') < touchTarget) note(`an action ${heightOf(node)} high`)
    if (
      style.width !== undefined &&
      px(style.width) > 0 &&
      px(style.width) + slopOf(node, 'left', 'right') < touchTarget
    )
      note(`an action ${px(style.width)} wide`)
  }
  if (isField(node) && !labelOf(node)) note('a field without a label')
  const isElementOfItsOwn = props['accessible'] === true || props['alt'] !== undefined
  if (isPicture(node) && !inPressed && isElementOfItsOwn && !name) note('a picture without a name')
  if (role === 'heading' && !name) note('a heading without a text')
  if (['img', 'progressbar'].includes(String(role)) && labelOf(node) && !isRead(node)) note('a name that is not read')
  if (isText(node) && name) {
    const most = props['maxFontSizeMultiplier']
    if (props['allowFontScaling'] === false || (typeof most === 'number' && most < 2)) note('a text that does not grow')
    if (height !== undefined && height < 2 * px(style.fontSize || 17)) note(`a text in a height of ${height}`)
    if (props['numberOfLines'] === 1 && !inPressed) note('a text that is cut')
  }
  const isVisuallyHidden = style.height === 1
  const fixed = isVisuallyHidden || role === 'img' ? undefined : style.height
  // A list puts its rows where it has measured them.
  const isOutside = isVisuallyHidden || role === 'img' || style.position === 'absolute'
  const inside = {
    inPressed: inPressed || isAction,
    height: typeof fixed === 'number' ? fixed : isOutside ? undefined : height,
  }
  return [...faults, ...childrenOf(node).flatMap((child) => findFaults(child, inside))]
}

/** Of what is shown. */
export function listFaults(): string[] {
  const shown = screen.toJSON()
  return [shown ?? []].flat().flatMap((node) => findFaults(node as Node, { inPressed: false, height: undefined }))
}
