import { useState, type ComponentProps } from 'react'
import { TextField } from '@buy-locals/ui/text-field'
import { formatPhone, readPhone } from '@buy-locals/values/phone'

type TypedProps = Omit<ComponentProps<typeof TextField>, 'onChange' | 'defaultValue'> & {
  onChange?: (value: string) => void
}

/** A phone number as people write it in a country, kept as E.164. What cannot be read stays as it was typed. */
export function PhoneField({ country, value = '', onChange, onBlur, ...field }: TypedProps & { country: string }) {
  const [typed, setTyped] = useState<string>()
  function change(text: string) {
    setTyped(text)
    onChange?.(readPhone(text, country) ?? text.trim())
  }
  function leave() {
    setTyped(undefined)
    onBlur?.()
  }
  return (
    <TextField
      {...field}
      kind="tel"
      value={typed ?? (value && formatPhone(value, country))}
      onChange={change}
      onBlur={leave}
    />
  )
}

/** "rosas.example" is the address of a site as people say it. */
export const withScheme = (text: string): string =>
  /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(text.trim()) ? `https://${text.trim()}` : text.trim()

/** The address of a site, with https:// once the field is left. */
export function WebsiteField({ value = '', onChange, onBlur, ...field }: TypedProps) {
  const [typed, setTyped] = useState<string>()
  function change(text: string) {
    setTyped(text)
    onChange?.(withScheme(text))
  }
  function leave() {
    setTyped(undefined)
    onBlur?.()
  }
  return <TextField {...field} kind="url" value={typed ?? value} onChange={change} onBlur={leave} />
}
