/** Whether a list is laid out, and the row that it begins with where it does not begin at the top. */
export type ListPlace = { isShown: boolean; first: number | undefined }
