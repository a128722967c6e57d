import '@buy-locals/ui/ui.css'
import { addFonts } from './fonts'

/** The content security policy allows no code made from text. zod has to know before the first schema is made. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

addFonts()
