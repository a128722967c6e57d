declare module 'react-native-web' {
  export const StyleSheet: {
    create<Styles>(styles: Styles): Styles
    getSheet(): { id: string; textContent: string }
  }
}

declare module 'react-native-web/dist/exports/*' {
  import type { ComponentType, ReactNode } from 'react'

  type NativeProps = {
    children?: ReactNode
    style?: unknown
    id?: string
    role?: string
    'aria-level'?: number
    'aria-hidden'?: boolean
  }
  const native: ComponentType<NativeProps>
  export default native
}

declare module 'react-native-web/dist/exports/Text/TextAncestorContext' {
  import type { Context } from 'react'

  const context: Context<boolean>
  export default context
}
