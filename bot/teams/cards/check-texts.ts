import type { Language } from '../../../policies/language/language.js'

/** The words of the check card. Permission and help first; deleting is offered only where nothing has to be reported. */
const GERMAN = {
  title: 'In Ihrer Nachricht stehen geschützte Angaben',
  titleText: 'In diesem Text stehen geschützte Angaben',
  titleReport: 'Bitte nichts löschen, erst melden',
  titleNothing: 'Nichts erkannt',
  found: 'Erkannt',
  answered: 'Ihre Frage habe ich trotzdem beantwortet. Namen und Nummern brauche ich dafür nicht.',
  nothing:
    'Das heißt nicht, dass nichts drinsteht. Ob der Text öffentlich, intern oder vertraulich ist, wissen nur Sie.',
  happens: 'Das passiert auch sorgfältigen Menschen. Eine ehrliche Meldung soll Ihnen nicht schaden.',
  call: '**Jetzt anrufen.** Sie müssen vorher nichts klären:',
  nobody: '**Jetzt anrufen.** Rufen Sie Ihre Führungskraft oder Ihr KI-Team an. Sie müssen vorher nichts klären.',
  secret: 'Ändern Sie das Passwort gleich, oder lassen Sie den Schlüssel sperren.',
  keep: 'Lassen Sie alles stehen, bis geklärt ist, wie es weitergeht, und schicken Sie nichts weiter.',
  delete: 'Steht das nur hier im Chat? Dann können Sie Ihre Nachricht löschen.',
  deleteGroup: 'Sie können Ihre Nachricht dort löschen oder ändern.',
  leave: 'Ist der Text schon in einem KI-Werkzeug? Dann bitte nichts löschen, erst melden.',
  inTeams:
    'Die Nachricht lief schon über Microsoft und bleibt im Chatverlauf von Teams. Ich habe nichts davon gespeichert.',
  typed: 'Was Sie hier eintippen, läuft über Microsoft. Ich habe nichts davon gespeichert.',
  group:
    'Es geht um Ihre Nachricht in einer Gruppe oder einem Kanal. Dort können alle mitlesen; öffentlich habe ich nichts dazu gesagt.',
  page: 'Auf der Seite „Text prüfen“ bleibt alles in Ihrem Browser.',
  uncovered: 'In einer der Sprachen im Text erkenne ich nur Nummern und Adressen. Bitte lesen Sie ihn selbst durch.',
  now: 'Nichts spricht dagegen, wenn der Text öffentlich oder intern ist',
  replaced: 'Mit Platzhaltern statt der Angaben, unter Auflagen',
  never: 'Bitte nicht, auch nicht mit Platzhaltern',
  none: 'Bei uns ist noch kein KI-Werkzeug freigegeben. Ihr KI-Team nimmt Wünsche gern entgegen.',
  others: 'Alle anderen KI-Werkzeuge: bitte nicht, sie sind nicht freigegeben.',
  tools: 'Darf der Text in ein Werkzeug?',
  seeRule: 'Regel ansehen',
  rule: 'Regel',
  version: 'Fassung',
  breach: 'Es ist etwas passiert',
  cleared:
    'Nach Ihrer Änderung erkenne ich in der Nachricht nichts mehr. Frühere Fassungen können in Teams noch liegen.',
} as const

type Texts = { readonly [Key in keyof typeof GERMAN]: string }

const ENGLISH: Texts = {
  title: 'Your message contains protected details',
  titleText: 'This text contains protected details',
  titleReport: 'Please delete nothing, report first',
  titleNothing: 'Nothing recognised',
  found: 'Recognised',
  answered: 'I have answered your question all the same. I need no names or numbers for that.',
  nothing:
    'That does not mean there is nothing in it. Only you know whether the text is public, internal or confidential.',
  happens: 'This happens to careful people too. An honest report should not harm you.',
  call: '**Call now.** You need not clarify anything first:',
  nobody: '**Call now.** Call your manager or your KI-Team. You need not clarify anything first.',
  secret: 'Change the password at once, or have the key blocked.',
  keep: 'Leave everything as it is until it is clear how to go on, and forward nothing.',
  delete: 'Is this only here in the chat? Then you can delete your message.',
  deleteGroup: 'You can delete or change your message there.',
  leave: 'Is the text already in an AI tool? Then please delete nothing, report first.',
  inTeams:
    'The message has already passed through Microsoft and stays in the chat history of Teams. I have stored nothing of it.',
  typed: 'What you type here passes through Microsoft. I have stored nothing of it.',
  group:
    'This is about your message in a group or channel. Everybody there can read it; I have said nothing about it in public.',
  page: 'On the page “Text prüfen” everything stays in your browser.',
  uncovered: 'In one of the languages of the text I recognise only numbers and addresses. Please read it yourself.',
  now: 'Nothing speaks against it if the text is public or internal',
  replaced: 'With placeholders instead of the details, with conditions',
  never: 'Please do not, not even with placeholders',
  none: 'No AI tool is approved here yet. Your KI-Team is glad to hear what you need.',
  others: 'All other AI tools: please do not, they are not approved.',
  tools: 'May the text go into a tool?',
  seeRule: 'See the rule',
  rule: 'Rule',
  version: 'version',
  breach: 'Something has happened',
  cleared: 'After your change I recognise nothing in the message any more. Earlier versions may still lie in Teams.',
}

export const checkTexts = (language: Language): Texts => (language === 'en' ? ENGLISH : GERMAN)
