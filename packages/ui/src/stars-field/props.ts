export type StarsFieldProps = {
  label: string
  value: number | undefined
  onChange: (stars: number) => void
  name?: string
  error?: string | undefined
}

export const stars = [1, 2, 3, 4, 5] as const
