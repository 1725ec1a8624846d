const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Safe between tags and inside of double quotes. */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, character => ESCAPES[character] ?? character)

export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

/** A text in German, and in English where Word is English; attributes as Office prescribes them. */
export const localised = (name: string, { de, en }: Words, attributes = ''): string =>
  `<${name}${attributes} DefaultValue="${escapeXml(de)}"><Override Locale="en-US" Value="${escapeXml(en)}"/></${name}>`

type Words = { readonly de: string; readonly en: string }
