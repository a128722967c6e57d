import { useColors } from '../theme/themed'
import type { SpinnerProps } from './props'

/** Decorative: the text beside it says what is going on. */
export function Spinner({ size = 20, color = 'brand' }: SpinnerProps) {
  return (
    <svg data-spin="" width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden style={{ flexShrink: 0 }}>
      <g stroke={useColors()[color]} strokeWidth={2.5} strokeLinecap="round">
        <circle cx={12} cy={12} r={9} opacity={0.25} />
        <path d="M12 3a9 9 0 0 1 9 9" />
      </g>
    </svg>
  )
}
