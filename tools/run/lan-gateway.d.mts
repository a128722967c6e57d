export function isForPhones(path: string): boolean
export function isOfBundles(path: string): boolean
export function lanAddress(): string | undefined

type Options = {
  address: string
  port: number
  /** The server that listens on this machine alone. */
  to: string
  /** Whose pages may ask besides its own. */
  origins?: string[]
  isOpen?: (path: string) => boolean
}
export function openLanGateway(options: Options): Promise<{ url: string; close(): void }>
