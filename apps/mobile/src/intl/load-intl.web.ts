/** A browser has it all. */
export async function loadIntl(_locale: string): Promise<void> {}
