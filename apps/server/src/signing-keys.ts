import { z } from 'zod'

const jwk = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), d: z.string() })

/** The first signs; those after it are still valid. */
export const signingKeyList = z.tuple([jwk], jwk)

/** The same as text of the environment. */
export const signingKeys = z
  .string()
  .refine((text) => signingKeyList.safeParse(parsed(text)).success, 'is a list of private RSA keys, as in secrets.json')
  .transform((text) => signingKeyList.parse(parsed(text)))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
