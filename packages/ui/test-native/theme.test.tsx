import { afterEach, expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react-native'
import * as ReactNative from 'react-native'
import { Text } from '../src/text'
import { dark, light } from '../src/theme/theme'
import { useColors } from '../src/theme/themed'

function Filled() {
  return <ReactNative.View testID="filled" style={{ backgroundColor: useColors().brand }} />
}

afterEach(() => void jest.restoreAllMocks())

for (const [scheme, colors] of Object.entries({ light, dark })) {
  test(`colors follow the phone's color scheme: ${scheme}`, async () => {
    jest.spyOn(ReactNative, 'useColorScheme').mockReturnValue(scheme as 'light' | 'dark')
    await render(
      <>
        <Text tone="danger">Declined</Text>
        <Filled />
      </>,
    )
    const styleOf = (element: { props: Record<string, unknown> }) =>
      ReactNative.StyleSheet.flatten(element.props['style'] as ReactNative.TextStyle)
    expect(styleOf(screen.getByText('Declined')).color).toBe(colors.danger)
    expect(styleOf(screen.getByTestId('filled')).backgroundColor).toBe(colors.brand)
  })
}
