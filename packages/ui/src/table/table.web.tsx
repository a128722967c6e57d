import { fonts } from '../theme/platform'
import { domStyle } from '../theme/dom-style'
import { radius, space, fontSizes, fontWeights } from '../theme/theme'
import { themed } from '../theme/themed'
import type { Column, TableProps } from './props'

const useStyles = themed((c) => ({
  box: {
    borderWidth: 1,
    borderStyle: 'solid',
    borderColor: c.line,
    borderRadius: radius.card,
    backgroundColor: c.surface,
  },
  cell: {
    paddingVertical: space.md,
    paddingHorizontal: space.lg,
    borderBottomWidth: 1,
    borderStyle: 'solid',
    borderColor: c.line,
    color: c.ink,
    fontFamily: fonts.text,
    fontSize: fontSizes.small,
    lineHeight: 22,
    textAlign: 'left',
    fontWeight: fontWeights.regular,
  },
  head: { color: c.quiet, fontSize: fontSizes.fine, fontWeight: fontWeights.strong },
  numeric: { textAlign: 'right', fontVariant: ['tabular-nums'] },
  last: { borderBottomWidth: 0 },
}))

/** Scrolls sideways on a narrow screen, with the keyboard too. The first column is the heading of its row. */
export function Table<Row>({ label, columns, rows, rowId }: TableProps<Row>) {
  const styles = useStyles()
  const [first, ...others] = columns
  const cell = (column: Column<Row>, last: boolean) =>
    domStyle(styles.cell, column.numeric && styles.numeric, last && styles.last)
  return (
    <div role="region" aria-label={label} tabIndex={0} data-scroll="" {...domStyle(styles.box)}>
      <table aria-label={label} style={{ width: '100%', minWidth: columns.length * 136, borderCollapse: 'collapse' }}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                {...domStyle(styles.cell, styles.head, column.numeric && styles.numeric)}
                style={{ whiteSpace: 'nowrap' }}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowId(row)}>
              <th scope="row" {...cell(first, at === rows.length - 1)}>
                {first.cell(row)}
              </th>
              {others.map((column) => (
                <td
                  key={column.id}
                  {...cell(column, at === rows.length - 1)}
                  style={column.numeric ? { whiteSpace: 'nowrap' } : undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
