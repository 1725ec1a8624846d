/** Words of the page "Werkzeuge" in German. */
const de = {
  title: 'Werkzeuge',
  intro: 'Das dürfen Sie nutzen, und wofür.',
  helper: 'Schreibhilfe',
  helperMore: 'Textbausteine, Verständlichkeit, Kurzfassung, Vollständigkeit. Ohne KI, für alle, sofort.',
  helperData: 'Auch mit Namen: Alles bleibt in diesem Browser. Nur Verschlusssachen und Passwörter nicht.',
  write: 'Schreiben',
  writeWith: (tool: string) => `Mit ${tool} schreiben`,
  open: (tool: string) => `${tool} öffnen`,
  lessonFirst: (lessons: number) =>
    lessons === 1 ? 'Vorher kommt eine kurze Lektion.' : `Vorher kommen ${lessons} kurze Lektionen. Die erste:`,
  goodFor: 'Gut für',
  data: 'Das darf hinein',
  plain: { D0: 'Öffentliches', D1: 'Internes', D2: 'Angaben über Menschen' },
  placeholders: 'Texte über Menschen mit Platzhaltern',
  procedures: (names: string) => `Angaben über Menschen im Verfahren ${names}`,
  nothing: 'noch nichts',
  until: 'Freigegeben bis',
  pilot: 'Wird gerade erprobt.',
  costs: 'Kosten',
  label: 'Hinweis im Text',
  none: 'Noch ist kein KI-Werkzeug für Sie frei. Die Schreibhilfe geht immer.',
  not: (number: number) =>
    number === 1
      ? 'Ein Werkzeug, das Sie noch nicht nutzen können'
      : `${number} Werkzeuge, die Sie noch nicht nutzen können`,
}

export type ToolsTexts = typeof de

const en: ToolsTexts = {
  title: 'Tools',
  intro: 'What you may use, and what for.',
  helper: 'Writing aid (Schreibhilfe)',
  helperMore: 'Building blocks, readability, short version, completeness. Without AI, for everybody, at once.',
  helperData: 'Names are welcome: everything stays in this browser. Only classified papers and passwords are not.',
  write: 'Write',
  writeWith: tool => `Write with ${tool}`,
  open: tool => `Open ${tool}`,
  lessonFirst: lessons =>
    lessons === 1 ? 'A short lesson comes first.' : `${lessons} short lessons come first. The first one:`,
  goodFor: 'Good for',
  data: 'What may go in',
  plain: { D0: 'public material', D1: 'internal material', D2: 'details about people' },
  placeholders: 'texts about people with placeholders',
  procedures: names => `details about people in the procedure ${names}`,
  nothing: 'nothing yet',
  until: 'Approved until',
  pilot: 'Being tried out.',
  costs: 'Costs',
  label: 'Label in the text',
  none: 'No AI tool is open for you yet. The writing aid always works.',
  not: number => (number === 1 ? 'One tool you cannot use yet' : `${number} tools you cannot use yet`),
}

export const TOOLS = { de, en }
