import { ContactRole, type Day } from '../../policies/pack/terms.js'

const ROLES = ContactRole.options

/** The files of a new municipality's pack: valid from the first minute, with a note wherever something must be filled in. */
export function starterPack(id: string, today: Day): readonly (readonly [file: string, text: string])[] {
  const name = id.charAt(0).toUpperCase() + id.slice(1)
  return [
    ['pack.yaml', manifest(id, name, today)],
    ['contacts.yaml', contacts()],
    ['tools.yaml', TOOLS],
    ['rules/README.txt', RULES],
    ['protect/allow.txt', ALLOW],
    ['protect/own-numbers.txt', OWN_NUMBERS],
  ]
}

const manifest = (
  id: string,
  name: string,
  today: Day,
): string => `# Das Regelpaket von ${name}. Es ergänzt das Grundpaket; alles, was hier nicht steht, kommt von dort.
id: ${id}
name: ${name}
extends: basis
version: 1
stand: ${today}
# Ihr Land als Kürzel, zum Beispiel NI, NW, BY. Danach richtet sich, welches Landesrecht gemeint ist.
# land: NI
# Wie ein Text sagt, dass ein Werkzeug geholfen hat: footnote, bracket, none; ohne Angabe entscheidet jede Person selbst.
# label_style: footnote
# Was die Vertraulichkeitskennzeichen Ihres Hauses in Word bedeuten (Name oder Kennung):
# sensitivity_labels:
#   Musterstadt Haus: D1
# Was Ihr Landesrecht zu einer Regel sagt, geprüft von Ihrem Rechtsamt:
state_law: {}
`

const contacts = (): string => `# Wer hilft. Zu jeder Rolle: Name, Telefon, möglichst eine Vertretung.
roles:
${ROLES.map(role => `  ${role}: { name: "[ERGÄNZEN: ${role}]", phone: "[ERGÄNZEN]" }`).join('\n')}
# Digitallotsinnen und Digitallotsen je Fachbereich:
departments: []
`

const TOOLS = `# Ihre Werkzeuge, zugleich Ihr Transparenzregister. Jeder Eintrag legt sich über das Werkzeug gleicher Kennung im
# Grundpaket. Eine Freigabe zählt erst, wenn alles Nötige dasteht; „unbekannt“ wirkt wie „nein“. Was fehlt, sagt
# npm run pack -- check. Alle Felder: docs/tools.md
# Beispiel:
# tools:
#   - id: mucgpt
#     class: W3
#     status: geplant
#     good_for: "Texte entwerfen, zusammenfassen und vereinfachen"
#     purposes: [entwerfen, zusammenfassen, einfacher]
#     highest: D1
#     audience: alle
#     owner: { name: "KI-Team" }
#     storage: "[ERGÄNZEN: wo Eingaben, Ausgaben und Sicherungen liegen]"
#     data_sets: "Was Mitarbeitende eingeben"
#     no_training: unbekannt
#     avv: unbekannt
#     vvt: "[ERGÄNZEN: Nummer]"
#     dsfa: unbekannt
#     personalrat: unbekannt
#     risk: unbekannt
#     checked_on: 2026-11-25
#     checked_by: "[ERGÄNZEN: wer geprüft hat]"
#     approved_until: 2027-12-31
tools: []
`

const RULES = `Eigene oder geänderte Regeln kommen als <kennung>.md in diesen Ordner.
Bei einer Regel des Grundpakets genügen die Teile, die Sie ändern: Kopf mit version und den geänderten Schlüsseln,
darunter nur die geänderten Abschnitte. Anleitung: docs/rules.md
`

const ALLOW = `# Was Ihr Haus selbst veröffentlicht: Bei diesen Angaben meldet sich „Text prüfen“ nicht. Eine Zeile je Angabe.
# Bitte nur, was öffentlich ist (Impressum, Dienststellenverzeichnis), nie Privates.

## addresses
# Rathausplatz 1, 12345 Neustadt

## phones
# 01234 567-0

## emails
# poststelle@neustadt.example

## office-holders
# Vorname Nachname
`

const OWN_NUMBERS = `# Formen Ihrer eigenen Aktenzeichen: 9 steht für eine Ziffer, A für einen Buchstaben, dahinter ein erfundenes Beispiel.
# 99-AA-9999 = 32-OA-1234
`
