import { GROUPS, REGISTER, type Setting } from './register.js'

/** The settings as a Markdown table, as docs/betrieb.md shows them. */
export function settingsTable(): string {
  return GROUPS.map(group =>
    tableOf(
      group,
      REGISTER.filter(setting => setting.group === group),
    ),
  ).join('\n')
}

function tableOf(group: string, settings: readonly Setting[]): string {
  const rows = [['Einstellung', 'Wofür', 'Ohne Angabe', 'Beispiel'], ...settings.map(rowOf)]
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => [...(row[column] ?? '')].length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`
  const [head = [], ...body] = rows
  return `**${group}**\n\n${[line(head), line(widths.map(width => '-'.repeat(width))), ...body.map(line)].join('\n')}\n`
}

const rowOf = ({ name, purpose, standard, example, secret }: Setting): string[] => [
  secret ? `\`${name}\` (auch \`${name}_FILE\`)` : `\`${name}\``,
  escaped(purpose),
  escaped(standard),
  secret ? '' : `\`${example}\``,
]

/** A pipe would end the cell, and `<…>` outside of code is read as HTML. */
const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
