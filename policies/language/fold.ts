/**
 * Lower case without umlauts and accents, so that "Verträge", "Vertraege" and "vertrage" become the same word.
 * The digraphs ae, oe, ue fold like the umlaut they stand for; "ue" after a, e or q is no umlaut (neue, Frauen, Quelle).
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  const plain = /^[\0-\x7f]*$/.test(lower) ? lower : lower.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '')
  return DIGRAPH.test(plain)
    ? plain.replace(/ae|oe/g, digraph => digraph.charAt(0)).replace(/(?<![aeq])ue/g, 'u')
    : plain
}

const DIGRAPH = /[aou]e/
