import { View } from 'react-native'
import { DescriptionList } from '../description-list/description-list'
import { Stack } from '../stack'
import { space } from '../theme/theme'
import { themed } from '../theme/themed'
import type { TableProps } from './props'

const useStyles = themed((c) => ({ row: { paddingVertical: space.md, borderBottomWidth: 1, borderColor: c.line } }))

/** A phone is too narrow for columns, so every row repeats their labels. */
export function Table<Row>({ label, columns, rows, rowId }: TableProps<Row>) {
  const styles = useStyles()
  return (
    <View role="list" aria-label={label}>
      {rows.map((row) => (
        <View key={rowId(row)} role="listitem" style={styles.row}>
          <Stack gap="xs">
            <DescriptionList items={columns.map((column) => ({ label: column.label, value: column.cell(row) }))} />
          </Stack>
        </View>
      ))}
    </View>
  )
}
