import type { PhotoProps } from './props'

export function Photo({ source, alt, ratio = 4 / 3, instead, first }: PhotoProps) {
  if (!source) return <div style={{ aspectRatio: ratio, overflow: 'hidden' }}>{instead}</div>
  return (
    <img
      src={source}
      alt={alt}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      style={{ display: 'block', width: '100%', aspectRatio: ratio, objectFit: 'cover', background: 'var(--sunken)' }}
    />
  )
}
