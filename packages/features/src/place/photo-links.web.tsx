import { Photo } from '@buy-locals/ui/photo'
import { squareOfPhoto, type PhotoLink } from './photo-link'
import { photoSources } from './photo-sources'

const listStyle = { display: 'flex', flexWrap: 'wrap', gap: 8, margin: 0, padding: 0, listStyle: 'none' } as const
const photoStyle = { display: 'block', width: squareOfPhoto, overflow: 'hidden', borderRadius: 8 } as const

export function PhotoLinks({ links }: { links: readonly PhotoLink[] }) {
  return (
    <ul style={listStyle}>
      {links.map(({ photo, alt }) => (
        <li key={photo.id}>
          <a href={photo.url} style={photoStyle}>
            <Photo
              ratio={1}
              src={photo.sizes[0]?.jpeg}
              {...photoSources(photo)}
              sizes={`${squareOfPhoto}px`}
              alt={alt}
              fallback={null}
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
