const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bdquo: '„',
    ldquo: '“',
    rdquo: '”',
    sbquo: '‚',
    lsquo: '‘',
    rsquo: '’',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    euro: '€',
    sect: '§',
    deg: '°',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    times: '×',
    rarr: '→',
    larr: '←',
    shy: '',
    zwnj: '',
  }),
)

/** Named and numbered characters of HTML, each read once: "&amp;lt;" is the text "&lt;". Unknown names stay as they are. */
export const entitiesRead = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));/g, (found, dec, hex, name) => {
    if (name !== undefined) return NAMED.get(name) ?? found
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number.parseInt(dec, 10)
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : ''
  })
