/** Words of the page "Fragen" in German. */
const de = {
  title: 'Fragen',
  intro:
    'Fragen Sie, was Sie mit KI tun dürfen. Ihre Frage geht an den Server Ihrer Verwaltung, nicht an Microsoft und an kein Sprachmodell. Gespeichert wird sie nicht.',
  label: 'Ihre Frage',
  hint: 'Darf ich einen Lebenslauf in ChatGPT hochladen?',
  send: 'Fragen',
  noNames: 'Bitte ohne Namen und Nummern.',
  examples: 'Zum Beispiel',
  questions: [
    'Darf ich einen Lebenslauf in ChatGPT hochladen?',
    'Muss ich kennzeichnen, dass KI geholfen hat?',
    'Welche Werkzeuge sind freigegeben?',
  ],
  conversation: 'Gespräch',
  you: 'Sie',
  kompass: 'Antwort des Kompasses',
  waiting: 'Der Kompass sieht nach …',
  nothing: 'Dazu gibt es gerade nichts zu zeigen.',
  failed: 'Das hat nicht geklappt.',
  cardFailed: 'Diese Antwort lässt sich hier nicht zeigen. Bitte laden Sie die Seite neu.',
  onlyTeams: 'Das geht nur im Chat von Teams.',
}

export type AskTexts = typeof de

const en: AskTexts = {
  title: 'Ask',
  intro:
    'Ask what you may do with AI. Your question goes to the server of your administration, not to Microsoft and not to a language model. It is not stored.',
  label: 'Your question',
  hint: 'May I upload a CV to ChatGPT?',
  send: 'Ask',
  noNames: 'Please without names and numbers.',
  examples: 'For example',
  questions: [
    'May I upload a CV to ChatGPT?',
    'Do I have to say that AI helped?',
    'Welche Werkzeuge sind freigegeben?',
  ],
  conversation: 'Conversation',
  you: 'You',
  kompass: 'Answer of the Kompass',
  waiting: 'The Kompass is looking it up …',
  nothing: 'There is nothing to show for it just now.',
  failed: 'That did not work.',
  cardFailed: 'This answer cannot be shown here. Please reload the page.',
  onlyTeams: 'That works only in the chat of Teams.',
}

export const ASK = { de, en }
