import type { Draft, Failure, Label } from '../../../addin/office/document.js'
import type { Hosted } from '../office-hosted.js'
import type { Row } from './row.js'

const drafts = async (hosted: Hosted): Promise<readonly Draft[] | Failure> => {
  const listed = await hosted.call('listDrafts')
  return listed.kind === 'done' ? listed.drafts : listed.failure
}

const take = async (hosted: Hosted, draft: string, label: Label): Promise<string> => {
  const outcome = await hosted.call('takeOver', draft, label)
  return outcome.kind === 'done' ? outcome.label : outcome.failure
}

const LABEL = 'Mit KI-Unterstützung erstellt.'

export const TAKING: readonly Row[] = [
  {
    why: 'drafts are listed with their texts; other controls are none',
    given: {
      text: '{E:k1|Eins.} Text {Formularfeld|x}\n{E:k2|Zwei\n{E:k2|und drei.} {I:k3|Baustein.}'.replace(
        'Zwei\n',
        'Zwei}\n',
      ),
    },
    act: drafts,
    gives: [
      { id: 'k1', kind: 'draft', text: 'Eins.' },
      { id: 'k2', kind: 'draft', text: 'Zwei\nund drei.' },
      { id: 'k3', kind: 'insertion', text: 'Baustein.' },
    ],
  },
  {
    why: 'no drafts, no list',
    given: { text: 'Nur Text.' },
    act: drafts,
    gives: [],
  },
  {
    why: 'the frame goes, the text stays',
    given: { text: 'Vorher {E:k1|Entwurf.} danach' },
    act: hosted => take(hosted, 'k1', { kind: 'none' }),
    gives: 'none',
    text: 'Vorher Entwurf. danach',
  },
  {
    why: 'a label in brackets stands at the end',
    given: { text: '{E:k1|Entwurf.} danach' },
    act: hosted => take(hosted, 'k1', { kind: 'bracket', text: LABEL }),
    gives: 'bracket',
    text: `Entwurf. [${LABEL}] danach`,
  },
  {
    why: 'only the draft that was named is taken over',
    given: { text: '{E:k1|Eins.} {E:k2|Zwei.}' },
    act: hosted => take(hosted, 'k2', { kind: 'none' }),
    text: '{E:k1|Eins.} Zwei.',
  },
  {
    why: 'tracked changes in it stay for whoever decides on them',
    given: { text: '{E:k1|Die [-alte-][+neue+] Satzung}' },
    act: hosted => take(hosted, 'k1', { kind: 'none' }),
    text: 'Die [-alte-][+neue+] Satzung',
  },
  {
    why: 'a draft that is not there is gone',
    given: { text: '{E:k1|Eins.}' },
    act: hosted => take(hosted, 'k9', { kind: 'none' }),
    gives: 'gone',
    text: '{E:k1|Eins.}',
  },
  {
    why: 'a field somebody has put into the draft stays',
    given: { text: '{E:k1|Frau {Formularfeld|Muster} wohnt hier.}' },
    act: hosted => take(hosted, 'k1', { kind: 'bracket', text: LABEL }),
    text: `Frau {Formularfeld|Muster} wohnt hier. [${LABEL}]`,
  },
  {
    why: 'the frame of somebody else around it too',
    given: { text: '{Abschnitt|Vorher {E:k1|Entwurf.} danach}' },
    act: hosted => take(hosted, 'k1', { kind: 'none' }),
    text: '{Abschnitt|Vorher Entwurf. danach}',
  },
  {
    why: 'a draft in the cells of a table is one, with one label',
    given: { text: '| {E:k1|Hund}\n| {E:k1|20 Euro}' },
    act: hosted => take(hosted, 'k1', { kind: 'bracket', text: LABEL }),
    text: `| Hund\n| 20 Euro [${LABEL}]`,
  },
  {
    why: 'in a document to be read only the draft stays one',
    given: { text: '{E:k1|Entwurf.}', readOnly: true },
    act: hosted => take(hosted, 'k1', { kind: 'bracket', text: LABEL }),
    gives: 'read-only',
    text: '{E:k1|Entwurf.}',
  },
  {
    why: 'a draft is shown',
    given: { text: '«»Anfang\n{E:k1|Entwurf.}' },
    act: async hosted => {
      await hosted.call('select', 'k1')
      return hosted.selected()
    },
    gives: 'Entwurf.',
  },
]
