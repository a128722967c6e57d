import type { Colors } from '../theme/theme'

export type SpinnerProps = { size?: number; color?: keyof Colors }
