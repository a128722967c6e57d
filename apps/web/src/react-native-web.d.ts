declare module 'react-native-web' {
  export const StyleSheet: { getSheet(): { id: string; textContent: string } }
}
