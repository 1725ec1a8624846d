const ORDINALS =
  'ersten|zweiten|dritten|vierten|fünften|fuenften|sechsten|siebten|siebenten|achten|neunten|zehnten|elften|zwölften|zwoelften|dreizehnten|vierzehnten|fünfzehnten|sechzehnten|siebzehnten|achtzehnten|neunzehnten|zwanzigsten|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)undzwanzigsten|dreißigsten|dreissigsten|einunddreißigsten|einunddreissigsten'
const MONTHS = 'januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'
const SPOKEN = new RegExp(
  `(?<!\\p{L})(?:${ORDINALS})\\s(?:(?:${MONTHS})|(?:${ORDINALS}))\\s(?:(?:neunzehnhundert|zweitausend|neunzehn ?hundert ?|zwanzig)(?:\\p{L}{0,30})|anno \\p{L}{4,30}|(?:19|20)\\d{2})(?![\\p{L}\\d])`,
  'iu',
)

/** "dritten Februar neunzehnhundertsechsundfünfzig" in the text, if there is such a date. */
export function spokenDate(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = SPOKEN.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}
