/** Under this name the device remembers whose day was open; empty while somebody books for themselves. */
export const lastBusiness = 'last business'
