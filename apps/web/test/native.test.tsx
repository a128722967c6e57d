// @vitest-environment node
import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { StyleSheet } from 'react-native-web'
import NativeText from 'react-native-web/dist/exports/Text'
import NativeView from 'react-native-web/dist/exports/View'
import { expect, test } from 'vitest'
import { Text, View } from '../src/server/native'

const sheet = StyleSheet.create({
  row: { flexDirection: 'row', gap: 4 },
  red: { color: 'red' },
  large: { fontSize: 20 },
})

type Parts = { View: typeof NativeView; Text: typeof NativeText }

const examples: Record<string, (parts: Parts) => ReactElement> = {
  'a box': ({ View }) => <View />,
  'a box with styles of a sheet and of its own': ({ View }) => (
    <View id="a" style={[sheet.row, false, [undefined, { opacity: 0.5, flexDirection: 'column' }]]}>
      <View style={sheet.row} aria-hidden />
    </View>
  ),
  'a box with a role': ({ View }) => <View role="list" aria-hidden={false} style={sheet.row} />,
  text: ({ Text }) => <Text style={[sheet.red, [sheet.large]]}>5 &lt; 7</Text>,
  'text in text': ({ Text }) => (
    <Text id="b">
      one <Text style={sheet.red}>two</Text> {3}
    </Text>
  ),
  'a box in text': ({ Text, View }) => (
    <Text>
      <View style={sheet.row} />
    </Text>
  ),
  'a heading': ({ Text }) => (
    <Text role="heading" aria-level={2} style={sheet.large} id="c">
      Hours
    </Text>
  ),
  'a heading with text in it': ({ Text }) => (
    <Text role="heading" aria-level={3}>
      <Text>Team</Text>
    </Text>
  ),
  'text of one line, of a role': ({ Text }) => (
    <Text {...{ numberOfLines: 1 }} role="status">
      Saved
    </Text>
  ),
}

/** Attributes come in another order. */
const sorted = (markup: string) =>
  markup.replaceAll(/<(\w+)((?: [\w-]+="[^"]*")+)/g, (_, name: string, attributes: string) =>
    [`<${name}`, ...(attributes.match(/[\w-]+="[^"]*"/g) ?? []).sort()].join(' '),
  )

test.each(Object.entries(examples))('the server makes of %s what React Native makes of it', (_, example) => {
  const own = renderToStaticMarkup(example({ View, Text }))
  expect(sorted(own)).toBe(sorted(renderToStaticMarkup(example({ View: NativeView, Text: NativeText }))))
})
