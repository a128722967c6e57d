declare module 'virtual:language-files' {
  /** The address of a language's texts. */
  export const languageFiles: Partial<Record<string, string>>
}
