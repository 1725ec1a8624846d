import { exchange, type Row } from './row.js'

export const CHANGING: readonly Row[] = [
  {
    why: 'only the words that differ change',
    given: { text: 'Die «Gebühr beträgt 20 Euro», sofort.' },
    act: hosted => exchange(hosted, 'Abgabe beträgt 25 Euro'),
    gives: { marked: { tracked: 'tracked', framed: 'frame' }, draft: 'k1', already: false },
    text: {
      tracked: 'Die {E:k1|[-Gebühr-][+Abgabe+] beträgt [-20-][+25+] Euro}, sofort.',
      framed: 'Die {E:k1|Abgabe beträgt 25 Euro}, sofort.',
    },
  },
  {
    why: 'a word more',
    given: { text: '«Die Gebühr steigt.»' },
    act: hosted => exchange(hosted, 'Die neue Gebühr steigt.'),
    text: { tracked: '{E:k1|Die [+neue +]Gebühr steigt.}', framed: '{E:k1|Die neue Gebühr steigt.}' },
  },
  {
    why: 'a word less',
    given: { text: '«Die neue Gebühr steigt.»' },
    act: hosted => exchange(hosted, 'Die Gebühr steigt.'),
    text: { tracked: '{E:k1|Die [-neue -]Gebühr steigt.}', framed: '{E:k1|Die Gebühr steigt.}' },
  },
  {
    why: 'what was new itself goes without a trace',
    given: { text: '«Die [+neue +]Satzung»' },
    act: hosted => exchange(hosted, 'Die Satzung'),
    text: { tracked: '{E:k1|Die Satzung}', framed: '{E:k1|Die Satzung}' },
  },
  {
    why: 'words at the end',
    given: { text: 'Wir «prüfen das» heute.' },
    act: hosted => exchange(hosted, 'prüfen das gern'),
    text: { tracked: 'Wir {E:k1|prüfen das[+ gern+]} heute.', framed: 'Wir {E:k1|prüfen das gern} heute.' },
  },
  {
    why: 'each paragraph for itself; what is the same is left alone',
    given: { text: '«Erstens alt.\nZweitens bleibt.\nDrittens alt.»' },
    act: hosted => exchange(hosted, 'Erstens neu.\nZweitens bleibt.\nDrittens neu.'),
    text: {
      tracked: '{E:k1|Erstens [-alt.-][+neu.+]}\n{E:k1|Zweitens bleibt.}\n{E:k1|Drittens [-alt.-][+neu.+]}',
      framed: '{E:k1|Erstens neu.}\n{E:k1|Zweitens bleibt.}\n{E:k1|Drittens neu.}',
    },
  },
  {
    why: 'a paragraph more',
    given: { text: '«Anfang hier.\nEnde hier.»' },
    act: hosted => exchange(hosted, 'Anfang hier.\nMitte kommt dazu.\nEnde hier.'),
    text: {
      tracked: '{E:k1|Anfang hier.}\n{E:k1|[+Mitte kommt dazu.+]}\n{E:k1|Ende hier.}',
      framed: '{E:k1|Anfang hier.}\n{E:k1|Mitte kommt dazu.}\n{E:k1|Ende hier.}',
    },
  },
  {
    why: 'a paragraph less',
    given: { text: '«Anfang hier.\nMitte geht weg.\nEnde hier.»' },
    act: hosted => exchange(hosted, 'Anfang hier.\nEnde hier.'),
    text: {
      tracked: '{E:k1|Anfang hier.}\n{E:k1|[-Mitte geht weg.-]}\n{E:k1|Ende hier.}',
      framed: '{E:k1|Anfang hier.}\n{E:k1|Ende hier.}',
    },
  },
  {
    why: 'of a paragraph selected in part the rest stays, and joins the one before',
    given: { text: 'Anfang «hier.\nMitte.\nEnde» noch da' },
    act: hosted => exchange(hosted, 'hier.', {}, { tracked: false }),
    text: 'Anfang {E:k1|hier.} noch da',
  },
  {
    why: 'or the one behind',
    given: { text: 'Noch da «Anfang weg\nMitte weg.\nEnde hier bleibt.»' },
    act: hosted => exchange(hosted, 'Ende hier bleibt.', {}, { tracked: false }),
    text: 'Noch da {E:k1|Ende hier bleibt.}',
  },
  {
    why: 'with tracking the rest stays where it is, until somebody decides',
    given: { text: 'Anfang «hier.\nMitte.\nEnde» noch da' },
    act: hosted => exchange(hosted, 'hier.'),
    text: {
      tracked: 'Anfang {E:k1|hier.}\n{E:k1|[-Mitte.-]}\n{E:k1|[-Ende-]} noch da',
      framed: 'Anfang {E:k1|hier.} noch da',
    },
  },
  {
    why: 'a paragraph more at the beginning',
    given: { text: 'Vor «Ende hier.» nach' },
    act: hosted => exchange(hosted, 'Ganz neu davor.\nEnde hier.', {}, { tracked: false }),
    text: 'Vor {E:k1|Ganz neu davor.}\n{E:k1|Ende hier.} nach',
  },
  {
    why: 'one sentence becomes three paragraphs',
    given: { text: 'Gruß\n«Alles in einem.»\nEnde' },
    act: hosted => exchange(hosted, 'Alles in einem.\nUnd zwei.\nUnd drei.'),
    text: {
      tracked: 'Gruß\n{E:k1|Alles in einem.}\n{E:k1|[+Und zwei.+]}\n{E:k1|[+Und drei.+]}\nEnde',
      framed: 'Gruß\n{E:k1|Alles in einem.}\n{E:k1|Und zwei.}\n{E:k1|Und drei.}\nEnde',
    },
  },
]
