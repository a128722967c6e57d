import { Asset } from 'expo-asset'
import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'
import fraunces from '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2'

const families = { 'Figtree Variable': figtree, 'Fraunces Variable': fraunces }

/** The stylesheet names them too, but Metro does not follow its addresses. Other letters than Latin are those of the system. */
export function addFonts(): void {
  for (const [family, file] of Object.entries(families)) {
    const source = `url(${Asset.fromModule(file).uri})`
    document.fonts.add(new FontFace(family, source, { weight: '300 900', display: 'swap' }))
  }
}
