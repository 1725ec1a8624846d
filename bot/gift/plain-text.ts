import { tidy } from './escape.js'
import { htmlText } from './html-text.js'
import type { TextFormat } from './parse.js'

/** Paragraphs without markup, and what people should know about it. */
export type PlainText = { readonly paragraphs: readonly string[]; readonly notes: readonly string[] }

/** Any text of a GIFT question as plain text. Whatever could still be taken for a tag loses its `<`. */
export function plainText({ format, text }: TextFormat): PlainText {
  const { text: read, lost } =
    format === 'plain'
      ? { text, lost: [] }
      : htmlText(format === 'markdown' ? markdownText(text) : text, format !== 'html')
  const tidied = read
    .split(/\n(?:[^\S\n]*\n)+/)
    .map(tidy)
    .filter(Boolean)
  // After tidying: an unseen character between "<" and a letter is gone now.
  const paragraphs = tidied.map(paragraph => paragraph.replaceAll(/<(?=[a-z/!?])/gi, '‹'))
  return {
    paragraphs,
    notes: [
      ...lost.map(what => `Nicht übernommen: ${what}.`),
      ...(/!\[[^\]\n]{0,300}\]\(/.test(text) && format === 'markdown' ? ['Nicht übernommen: Bild.'] : []),
      ...(paragraphs.every((paragraph, at) => paragraph === tidied[at])
        ? []
        : ['Eine spitze Klammer < steht jetzt als ‹ da, damit sie niemand für HTML hält.']),
    ],
  }
}

/** The little Markdown that questions use; the star of "Mitarbeiter*innen" is none. */
const markdownText = (text: string): string =>
  text
    .replaceAll(/!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)/g, '')
    .replaceAll(/\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)/g, '$1')
    .replaceAll(/^ {0,3}#{1,6} /gm, '')
    .replaceAll(/^ {0,3}[*+-] /gm, '– ')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/(^|[\s(])[*_]([^*_\n]{1,300})[*_](?=[\s.,;:!?)]|$)/gm, '$1$2')
    .replaceAll(/\\([*_`[\]()#+.!-])/g, '$1')
