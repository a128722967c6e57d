const style = {
  display: 'grid',
  placeItems: 'center',
  height: '100%',
  margin: 0,
  padding: 16,
  textAlign: 'center',
  color: 'var(--quiet)',
} as const

/** In the place of a map that is not there, or not yet. */
export function MapNote({ text }: { text: string }) {
  return (
    <p role="status" style={style}>
      {text}
    </p>
  )
}
