import type { PhotoProps } from './props'

/** Its place is there before the photo is: nothing moves when it comes. */
export function Photo({ src, alt, ratio = 4 / 3, fallback, sources, sizes, color, priority }: PhotoProps) {
  if (!src) return <div style={{ aspectRatio: ratio, overflow: 'hidden' }}>{fallback}</div>
  return (
    <picture style={{ display: 'block', width: '100%', aspectRatio: ratio }}>
      {sources && <source type="image/avif" srcSet={sources.avif} sizes={sizes} />}
      {sources && <source type="image/webp" srcSet={sources.webp} sizes={sizes} />}
      <img
        src={src}
        srcSet={sources?.jpeg}
        sizes={sources && sizes}
        alt={alt}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : 'auto'}
        decoding="async"
        style={{
          ...{ display: 'block', width: '100%', height: '100%', objectFit: 'cover' },
          objectPosition: '50% 25%', // of a photo that is higher than its place: faces and signs are in the upper third
          background: color ?? 'var(--sunken)',
        }}
      />
    </picture>
  )
}
