import { createContext } from 'react'

/** Known to the server alone: browsers hide it from scripts. */
export const Nonce = createContext<string | undefined>(undefined)
