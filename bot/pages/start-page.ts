import type { DemoPerson } from '../identity/local.js'
import { escapeHtml, page } from './page.js'

export type StartPageData = {
  /** Undefined: several share the service, and which one somebody belongs to is known after signing in. */
  readonly municipality: string | undefined
  readonly example: boolean
  readonly rules: number
  readonly chat: string | undefined
  readonly people: readonly DemoPerson[]
  readonly current: string | undefined
  readonly problems: readonly string[]
}

/** What is here, how to try it, where the chat is. */
export function startPage(data: StartPageData): string {
  const { municipality, example, rules, chat, people, current, problems } = data
  return page(
    `KI-Kompass ${municipality ?? ''}`.trim(),
    `<h1>KI-Kompass</h1>
<p>Der Kompass sagt Mitarbeitenden der Verwaltung, was sie mit generativer KI dürfen, und wie es erlaubt geht. Er kennt ${rules} Regeln, arbeitet ohne Internet und ohne Sprachmodell.</p>
${whose(municipality, example)}
${problems.length > 0 ? problemNote(problems) : ''}
<h2>Lernen und nachschlagen</h2>
<p><a class="chat" href="tab/#/heute">Die Seite öffnen</a></p>
<p>In kleinen Schritten zum KI-Pass, alle Regeln zum Nachschlagen, Fragen stellen, eigene Daten ansehen.</p>
<h2>In Word schreiben</h2>
<p><a class="chat" href="pane/">Vorschau ohne Word öffnen</a></p>
<p>Der Bereich neben dem Dokument: prüfen, entwerfen, einfügen, übernehmen. Die Vorschau zeigt ihn in jedem Browser.</p>
<h2>Text prüfen</h2>
<p><a class="chat" href="tab/#/pruefen">Text prüfen</a></p>
<p>Steht in einem Text etwas, das in kein KI-Werkzeug gehört? Die Prüfung läuft in Ihrem Browser: Der Text verlässt ihn nicht.</p>
<h2>Fragen im Chat</h2>
${chat === undefined ? '<p>Der Chat läuft in Microsoft Teams.</p>' : `<p><a class="chat" href="${escapeHtml(chat)}">Chat öffnen</a></p>`}
<ul>
<li>„Darf ich einen Lebenslauf in ChatGPT hochladen?“</li>
<li>„Und wenn ich die Namen schwärze?“</li>
<li>„lernen“ beginnt die erste Lektion, „regeln“ zeigt alle Regeln, „panne“ hilft, wenn etwas schiefgegangen ist.</li>
</ul>
${people.length > 0 ? personForm(people, current) : ''}
<h2>Was mit Fragen geschieht</h2>
<p>Kein Text wird gespeichert oder protokolliert. Für Rückfragen merkt sich der Kompass 30 Minuten lang nur, um welche Regel es ging.</p>
<p>Wer lernt, hat einen Lernstand unter einem Pseudonym und einen Nachweis. Beides zeigt und löscht die Seite unter „Meine Daten“; der Nachweis bleibt, solange die Kommune ihn braucht. <a href="nachweis">Einen Nachweis prüfen</a></p>`,
  )
}

function whose(municipality: string | undefined, example: boolean): string {
  if (municipality === undefined)
    return '<p class="note">Hier arbeiten mehrere Kommunen. Ihre erkennt der Kompass an Ihrer Anmeldung.</p>'
  const name = `<strong>${example ? 'Beispielkommune ' : ''}${escapeHtml(municipality)}</strong>`
  return `<p class="note">${example ? `Sie sehen die ${name}. Menschen, Telefonnummern und Freigaben sind erfunden.` : `Regeln von ${name}.`}</p>`
}

function personForm(people: readonly DemoPerson[], current: string | undefined): string {
  const options = people.map(
    ({ id, description, person }) =>
      `<label><input type="radio" name="person" value="${escapeHtml(id)}"${id === current ? ' checked' : ''}> ${escapeHtml(person.name ?? id)}, ${escapeHtml(description)}</label>`,
  )
  return `<h2>Wer sind Sie gerade?</h2>
<form method="post" action="/local/person">
<fieldset><legend>Vier Personen zum Ausprobieren, ohne Anmeldung</legend>
${options.join('\n')}
<button type="submit">Übernehmen</button>
</fieldset>
</form>`
}

const problemNote = (
  problems: readonly string[],
): string => `<div class="note" role="alert"><p><strong>Das geänderte Regelpaket hat Fehler. Es gilt weiter die letzte fehlerfreie Fassung.</strong></p>
<ul>${problems
  .slice(0, 20)
  .map(problem => `<li>${escapeHtml(problem)}</li>`)
  .join('')}</ul></div>`
