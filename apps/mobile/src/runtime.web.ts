import 'expo' // brings what loads a file of the export
import '@buy-locals/ui/ui.css'
import { addFonts } from './fonts'
import { loadLaterScreens } from './load-later-screens'
import { loadStyle } from './load-style'

/** The content security policy allows no code made from text. zod has to know before the first schema is made. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

addFonts()
loadLaterScreens(loadStyle)
