/** A browser's page is not felt. */
export const feelSelection = () => {}

export const feelSuccess = () => {}
