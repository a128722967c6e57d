import { Button } from '@buy-locals/ui/button'

/** The buttons of a sheet stand outside of its form. */
export function SubmitIn({ form, label, busy }: { form: string; label: string; busy: boolean }) {
  const press = () => (document.getElementById(form) as HTMLFormElement | null)?.requestSubmit()
  return <Button wide label={label} busy={busy} onPress={press} />
}
