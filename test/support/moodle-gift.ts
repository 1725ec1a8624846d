/** How Moodle 4 reads GIFT, told in our own words: a second opinion beside the library, which differs in places. */
export type MoodleQuestion = {
  readonly name: string
  readonly type: 'multichoice' | 'match' | 'other'
  readonly stem: string
  readonly general: string
  readonly answers: readonly { readonly share: number; readonly text: string; readonly feedback: string }[]
  readonly pairs: readonly { readonly left: string; readonly right: string }[]
}

const PLACEHOLDERS = [':', '#', '=', '{', '}', '~', 'n'].map(
  sign =>
    [
      `\\${sign}`,
      sign === 'n' ? '\n' : sign,
      `&&${(sign === 'n' ? 10 : sign.charCodeAt(0)).toString().padStart(3, '0')};`,
    ] as const,
)

function hidden(text: string): string {
  let result = text.replaceAll('\\\\', '&&092;')
  for (const [written, , placeholder] of PLACEHOLDERS)
    result = result.replaceAll(written, placeholder.replace('&&010;', '&&010'))
  return result.replaceAll('&&092;', '\\')
}

function shown(text: string): string {
  let result = text
  for (const [, sign, placeholder] of PLACEHOLDERS)
    result = result.replaceAll(placeholder.replace('&&010;', '&&010'), sign)
  return result.trim()
}

/** A format in brackets at the beginning is taken away, anything else in brackets is text. */
const formatted = (text: string): string => shown(text.trim().replace(/^\[(?:plain|html|moodle|markdown)\]/, ''))

export function moodleReads(file: string): MoodleQuestion[] {
  const questions: string[][] = [[]]
  for (const line of file.split('\n').map(line => line.trim()))
    if (line === '' || line === '0') questions.push([])
    else questions.at(-1)?.push(line)
  return questions.flatMap(lines => {
    const text = hidden(
      lines
        .map(line => (line.startsWith('//') ? ' ' : line))
        .join('\n')
        .trim(),
    )
    return text === '' || text.startsWith('$CATEGORY:') ? [] : [questionIn(text)]
  })
}

function questionIn(text: string): MoodleQuestion {
  const named = text.startsWith('::') ? text.indexOf('::', 2) : -1
  const body = named < 0 ? text : text.slice(named + 2).trim()
  const [open, close] = [body.indexOf('{'), body.indexOf('}')]
  const inside = body.slice(open + 1, close).trim()
  const general = inside.lastIndexOf('####')
  const answers = general < 0 ? inside : inside.slice(0, general).trim()
  const type = answers.includes('~') ? 'multichoice' : answers.includes('->') ? 'match' : 'other'
  const after = body.slice(close + 1)
  return {
    name: named < 0 ? '' : shown(text.slice(2, named)),
    type,
    stem: formatted(body.slice(0, open) + (after ? `_____${after}` : '')),
    general: general < 0 ? '' : formatted(inside.slice(general + 4)),
    answers: type === 'multichoice' ? answers.replaceAll('=', '~=').split('~').slice(1).map(answerIn) : [],
    pairs: type === 'match' ? answers.split('=').slice(1).map(pairIn) : [],
  }
}

function answerIn(text: string): MoodleQuestion['answers'][number] {
  const answer = text.trim()
  const weight = /^%-*([0-9]{1,2})\.?([0-9]*)%/.test(answer) ? answer.slice(1, answer.indexOf('%', 1)) : undefined
  const rest = answer.startsWith('=') ? answer.slice(1) : answer.slice(weight === undefined ? 0 : weight.length + 2)
  const cut = rest.indexOf('#')
  return {
    share: answer.startsWith('=') ? 100 : Number(weight ?? 0),
    text: formatted(cut < 0 ? rest : rest.slice(0, cut)),
    feedback: cut < 0 ? '' : formatted(rest.slice(cut + 1)),
  }
}

function pairIn(text: string): MoodleQuestion['pairs'][number] {
  const arrow = text.indexOf('->')
  return { left: formatted(text.slice(0, arrow)), right: shown(text.slice(arrow + 2)) }
}
