import type { QuestionStep } from '../../../policies/learning-contract.js'
import type { Control } from '../../../policies/training/index.js'
import { type Card, type Element, execute, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

export type QuestionCardData = {
  readonly step: QuestionStep
  /** Said first, where an answer could not be taken; what was chosen stays chosen. */
  readonly notice?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly issuer: Issuer
}

/** One question. Every form is made of choices, so keyboard and screen reader suffice for all of them. */
export function questionCard({ step, notice, inputs = {}, issuer }: QuestionCardData): Card {
  const { question, session, at, of } = step
  const { module, situation, weak, ask, how, control } = question
  const said = [notice, situation].filter(words => words !== undefined)
  const body: Element[] = [
    text(`${module.title} · Frage ${at} von ${of}`, { size: 'small', isSubtle: true }),
    ...(situation === undefined ? [] : [text(situation)]),
    ...(weak === undefined ? [] : [quoted('So steht der Auftrag bisher da:', weak)]),
    text(ask, { size: 'medium', weight: 'bolder', style: 'heading' }),
    ...(notice === undefined ? [] : [text(notice, { weight: 'bolder' })]),
    ...fieldsOf(control, how, inputs),
    ...rows(
      [{ ...execute('Antworten', 'answer', { session }), style: 'positive' }, execute('Später weiter', 'learn', {})],
      'medium',
    ),
  ]
  return framed('de', [`Frage ${at} von ${of}.`, ...said, ask].join(' '), body, issuer)
}

const quoted = (title: string, words: string): Element => ({
  type: 'Container',
  style: 'emphasis',
  items: [text(title, { size: 'small' }), text(`„${words}“`, { spacing: 'small' })],
})

function fieldsOf(control: Control, how: string, inputs: Readonly<Record<string, string>>): Element[] {
  switch (control.kind) {
    case 'one':
    case 'many':
      return [
        {
          type: 'Input.ChoiceSet',
          id: control.field,
          label: how,
          style: 'expanded',
          ...(control.kind === 'many' ? { isMultiSelect: true as const } : {}),
          choices: control.choices.map(({ value, text: title }) => ({ value, title })),
          ...chosen(inputs[control.field]),
          wrap: true,
        },
      ]
    case 'assign':
      return [
        text(how),
        ...control.parts.map(
          ({ field, text: label }): Element => ({
            type: 'Input.ChoiceSet',
            id: field,
            label,
            style: 'compact',
            placeholder: 'Bitte wählen',
            choices: control.values.map(({ value, text: title }) => ({ value, title })),
            ...chosen(inputs[field]),
            wrap: true,
          }),
        ),
      ]
  }
}

const chosen = (value: string | undefined): { value?: string } => (value === undefined || value === '' ? {} : { value })
