import type { PhotoProps } from './props'

export function Photo({ src, alt, ratio = 4 / 3, fallback, priority }: PhotoProps) {
  if (!src) return <div style={{ aspectRatio: ratio, overflow: 'hidden' }}>{fallback}</div>
  return (
    <img
      src={src}
      alt={alt}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding="async"
      style={{ display: 'block', width: '100%', aspectRatio: ratio, objectFit: 'cover', background: 'var(--sunken)' }}
    />
  )
}
