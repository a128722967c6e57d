import { useController, type Control } from 'react-hook-form'
import { SelectField } from '@buy-locals/ui/select-field'
import { BoundNumber, BoundSelect, BoundText } from '../forms/bound'
import { PlaceField, type FoundPlace } from '../forms/place-field'
import { Pair, Section } from '../forms/section'
import { useT } from '../messages/use-t'
import type { Written } from './written'

type FieldsProps = { control: Control<Written> }

export function PointFields({ control, onFind }: FieldsProps & { onFind: (place: FoundPlace) => void }) {
  const t = useT()
  return (
    <>
      <PlaceField onFind={onFind} />
      <Pair>
        <BoundNumber control={control} name="location.lat" label={t('profile.lat')} min={-90} max={90} decimals={6} />
        <BoundNumber control={control} name="location.lon" label={t('profile.lon')} min={-180} max={180} decimals={6} />
      </Pair>
    </>
  )
}

export function ReachFields({ control }: FieldsProps) {
  const t = useT()
  const { field } = useController({ control, name: 'priceLevel' })
  const levels = ['1', '2', '3', '4'] as const
  return (
    <Section title={t('profile.reach')}>
      <Pair>
        <BoundText control={control} name="phone" kind="tel" label={t('profile.phone')} optional />
        <BoundText control={control} name="website" kind="url" label={t('profile.website')} optional />
        <SelectField
          label={t('profile.price')}
          value={String(field.value ?? '')}
          onChange={(level) => field.onChange(level ? Number(level) : undefined)}
          options={[
            { value: '', label: t('profile.priceNone') },
            ...levels.map((level) => ({ value: level, label: t(`profile.price${level}`) })),
          ]}
        />
      </Pair>
    </Section>
  )
}

export function SiteFields({ control }: FieldsProps) {
  const t = useT()
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
  return (
    <Section title={t('profile.settings')}>
      <Pair>
        <BoundText
          control={control}
          name="slug"
          label={t('profile.address')}
          hint={t('profile.addressHint')}
          maxLength={60}
        />
        <BoundSelect
          control={control}
          name="timeZone"
          label={t('profile.zone')}
          hint={t('profile.zoneHint')}
          options={zones}
        />
      </Pair>
    </Section>
  )
}
