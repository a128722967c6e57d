import { FieldGroup, useFieldIds } from '../fields/field-frame'
import { Icon } from '../icon/icon'
import { Text } from '../text'
import { domStyle } from '../theme/dom-style'
import { radius, touchTarget } from '../theme/theme'
import { themed } from '../theme/themed'
import { useUiMessages } from '../ui-messages'
import { stars, type StarsFieldProps } from './props'

const useStyles = themed(() => ({
  row: { display: 'flex', flexDirection: 'row', alignItems: 'center', gap: 2 },
  star: {
    position: 'relative',
    display: 'flex',
    width: touchTarget,
    height: touchTarget,
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: radius.control,
    cursor: 'pointer',
  },
}))

export function StarsField({ label, value = 0, onChange, name, error: found }: StarsFieldProps) {
  const styles = useStyles()
  const messages = useUiMessages()
  const { id, error, changed } = useFieldIds({ error: found })
  return (
    <FieldGroup id={id} label={label} error={error} changed={changed}>
      <div {...domStyle(styles.row)}>
        {stars.map((count) => (
          <label key={count} data-segment="" {...domStyle(styles.star)}>
            <input
              type="radio"
              name={name ?? id}
              value={count}
              aria-label={messages.star(count)}
              checked={count === value}
              onChange={() => onChange(count)}
            />
            <Icon decorative name="star" size={30} color="star" filled={count <= value} />
          </label>
        ))}
        <span aria-hidden style={{ paddingLeft: 8 }}>
          {value > 0 && (
            <Text weight="strong" tabular>
              {messages.star(value)}
            </Text>
          )}
        </span>
      </div>
    </FieldGroup>
  )
}
