/** What a message looks like to a reader: Teams hands over messages of others as HTML. Linear, whatever is written. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]*>/gi, '\n')
    .replaceAll(/<\/t[dh]\b[^<>]*>/gi, '\t')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(
      /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>[a-z]{2,6}));/gi,
      (entity, decimal, hex, name) =>
        name === undefined
          ? characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
          : (NAMED[name] ?? entity),
    )
    .trim()
}

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  sect: '§',
  euro: '€',
  ndash: '–',
  mdash: '—',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
}
