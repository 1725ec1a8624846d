import { Verdict } from '../../policies/pack/training-schema.js'
import { VERDICT_WORDS } from '../../policies/training/grade.js'
import {
  type Common,
  common,
  type Draftable,
  type Drafted,
  explanationOf,
  feedbackOr,
  type QuestionDraft,
  refused,
  toFill,
} from './draft.js'
import type { GIFTQuestion } from './parse.js'
import { WEAK } from './write.js'

type MultipleChoice = Extract<GIFTQuestion, { type: 'MC' }>
type TrueFalse = Extract<GIFTQuestion, { type: 'TF' }>
type Answer = { readonly text: string; readonly right: boolean; readonly feedback: string }

const MOST = { single: 5, multiple: 6, find: 10 } as const
const LEAST = { single: 3, multiple: 4 } as const

/** Questions with answers to choose. With `=` one answer is right, without it the weights say which are. */
export function choiceDraft(question: MultipleChoice, from: Draftable): Drafted {
  const { read } = from
  const only = question.choices.some(({ isCorrect }) => isCorrect)
  const answers = question.choices.map(({ isCorrect, weight, text, feedback }) => ({
    text: read.text(text),
    right: isCorrect || (!only && (weight ?? 0) > 0),
    feedback: feedbackOr(read, read.text(feedback)),
  }))
  const right = answers.filter(answer => answer.right).length
  if (answers.some(({ text }) => text === '')) return refused(EMPTY)
  if (right === 0) return refused('Keine Antwort ist richtig. Bitte in Moodle die richtige Antwort kennzeichnen.')
  if (only && right > 1) return refused(SEVERAL)
  if (only && question.choices.some(({ isCorrect, weight }) => !isCorrect && (weight ?? 0) > 0))
    read.note('Teilpunkte entfallen: Im Kurs zählt nur die ganz richtige Antwort.')
  const explained = common(from, from.stem.join('\n'), explanationOf(from, question))
  const special = right === 1 ? ofOne(explained, answers, from) : ofSeveral(explained, answers, from)
  if (special) return { ok: true, draft: special, notes: read.notes() }
  return plain(explained, answers, from)
}

export function trueFalseDraft(
  { isTrue, trueFeedback, falseFeedback, ...question }: TrueFalse,
  from: Draftable,
): Drafted {
  const { read } = from
  // Moodle's order is "if the answer is wrong", then "if it is right"; the library names them otherwise.
  const wrong = feedbackOr(read, read.text(trueFeedback))
  const right = feedbackOr(read, read.text(falseFeedback))
  const answers = [
    { text: 'Richtig', right: isTrue, feedback: isTrue ? right : wrong },
    { text: 'Falsch', right: !isTrue, feedback: isTrue ? wrong : right },
  ]
  const explanation = explanationOf(from, { ...question, isTrue, trueFeedback, falseFeedback })
  return plain(common(from, from.stem.join('\n'), explanation), answers, from)
}

/** `single` or `multiple`, filled up with answers to be written where there are too few. */
function plain(explained: Common, given: readonly Answer[], { read, tags }: Draftable): Drafted {
  const form = given.filter(({ right }) => right).length === 1 ? 'single' : 'multiple'
  if (given.length > MOST[form])
    return refused(`${given.length} Antworten; der Kurs zeigt höchstens ${MOST[form]}. Bitte weglassen oder aufteilen.`)
  const answers = [...given]
  while (answers.length < LEAST[form] || answers.every(({ right }) => right)) {
    read.missing(`eine weitere falsche Antwort (der Kurs braucht mindestens ${LEAST[form]})`)
    answers.push({ text: toFill('weitere falsche Antwort'), right: false, feedback: feedbackOr(read, undefined) })
  }
  if (answers.length > MOST[form]) return refused('Alle Antworten sind richtig. Bitte eine falsche daraus machen.')
  if (tags.form !== undefined && tags.form !== form)
    read.note(`Die Frage hatte die Form ${tags.form}; verändert passt sie nur noch zu ${form}.`)
  return { ok: true, draft: { ...explained, form, options: answers.map(option) }, notes: read.notes() }
}

const option = ({ text, right, feedback }: Answer) => ({ text, ...(right ? { right } : {}), feedback })

/** A scenario or a prompt of our own, if everything is still there. */
function ofOne(explained: Common, answers: readonly Answer[], { tags, stem }: Draftable): QuestionDraft | undefined {
  const [situation, weak, ask] = stem
  if (tags.form === 'prompt' && answers.length >= 3 && answers.length <= 4) {
    if (stem.length !== 3 || !situation || !ask || !weak?.startsWith(`${WEAK}\n`)) return undefined
    return {
      ...explained,
      form: 'prompt',
      ask,
      situation,
      weak: weak.slice(WEAK.length + 1),
      options: answers.map(option),
    }
  }
  if (tags.form !== 'scenario' || stem.length !== 2 || answers.length !== 3 || !situation || !weak) return undefined
  const said = (verdict: Verdict) => answers.find(({ text }) => text === VERDICT_WORDS[verdict])
  const [may, mayNot, first] = [said('darf'), said('darf-nicht'), said('erst-fragen')]
  const right = Verdict.options.find(verdict => said(verdict)?.right)
  if (!may || !mayNot || !first || !right) return undefined
  const verdicts = { darf: may.feedback, 'darf-nicht': mayNot.feedback, 'erst-fragen': first.feedback }
  return { ...explained, form: 'scenario', situation, ask: weak, right, answers: verdicts }
}

/** A text with places to find of our own. */
function ofSeveral(explained: Common, answers: readonly Answer[], { tags }: Draftable): QuestionDraft | undefined {
  if (tags.form !== 'find' || answers.length < 4 || answers.length > MOST.find) return undefined
  return {
    ...explained,
    form: 'find',
    passages: answers.map(({ text, right, feedback }) => ({ text, ...(right ? { hit: true } : {}), feedback })),
  }
}

const EMPTY = 'Eine Antwort hat keinen Text (vielleicht nur ein Bild). Bitte den Text dazu schreiben.'
const SEVERAL =
  'Mehrere Antworten sind mit = als richtig gekennzeichnet, und eine davon genügt. Das kennt der Kurs nicht: Bitte nur eine richtige lassen, oder bei mehreren Kreuzen Gewichte setzen (~%50%).'
