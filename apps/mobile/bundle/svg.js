// What we draw with. The whole of react-native-svg is twice as large: Metro keeps all of it, as its files register themselves.
export { default } from 'react-native-svg/src/elements/Svg'
export { default as G } from 'react-native-svg/src/elements/G'
export { default as Path } from 'react-native-svg/src/elements/Path'
export { default as Rect } from 'react-native-svg/src/elements/Rect'
