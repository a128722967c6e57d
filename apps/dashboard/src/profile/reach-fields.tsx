import { useController, type Control } from 'react-hook-form'
import { SelectField } from '@buy-locals/ui/select-field'
import { BoundNumber, BoundSelect, BoundText } from '../forms/bound'
import { PlaceField, type FoundPlace } from '../forms/place-field'
import { Pair, Section } from '../forms/section'
import { useSay } from '../words/say'
import type { Written } from './written'

type FieldsProps = { control: Control<Written> }

export function PointFields({ control, onFind }: FieldsProps & { onFind: (place: FoundPlace) => void }) {
  const say = useSay()
  return (
    <>
      <PlaceField onFind={onFind} />
      <Pair>
        <BoundNumber control={control} name="location.lat" label={say('profile.lat')} min={-90} max={90} decimals={6} />
        <BoundNumber
          control={control}
          name="location.lon"
          label={say('profile.lon')}
          min={-180}
          max={180}
          decimals={6}
        />
      </Pair>
    </>
  )
}

export function ReachFields({ control }: FieldsProps) {
  const say = useSay()
  const { field } = useController({ control, name: 'priceLevel' })
  const levels = ['1', '2', '3', '4'] as const
  return (
    <Section title={say('profile.reach')}>
      <Pair>
        <BoundText control={control} name="phone" kind="tel" label={say('profile.phone')} optional />
        <BoundText control={control} name="website" kind="url" label={say('profile.website')} optional />
        <SelectField
          label={say('profile.price')}
          value={String(field.value ?? '')}
          onChange={(level) => field.onChange(level ? Number(level) : undefined)}
          options={[
            { value: '', label: say('profile.priceNone') },
            ...levels.map((level) => ({ value: level, label: say(`profile.price${level}`) })),
          ]}
        />
      </Pair>
    </Section>
  )
}

export function SiteFields({ control }: FieldsProps) {
  const say = useSay()
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
  return (
    <Section title={say('profile.settings')}>
      <Pair>
        <BoundText
          control={control}
          name="slug"
          label={say('profile.address')}
          hint={say('profile.addressHint')}
          maxLength={60}
        />
        <BoundSelect
          control={control}
          name="timeZone"
          label={say('profile.zone')}
          hint={say('profile.zoneHint')}
          options={zones}
        />
      </Pair>
    </Section>
  )
}
