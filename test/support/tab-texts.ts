export const LETTER = `Sehr geehrte Frau Krause,

Ihre Anfrage vom 3. November haben wir erhalten. Frau Erika Krause wohnt in der Lindenstraße 12, 21335 Lüneburg, und ist
unter erika.krause@example.org erreichbar. Bitte überweisen Sie auf DE89 3704 0044 0532 0130 00.

Mit freundlichen Grüßen`
export const ILL =
  'Herr Thomas Brandt aus der Gartenstraße 7 ist seit März an Multipler Sklerose erkrankt und bezieht Bürgergeld.'
export const PUBLIC = 'Das Freibad öffnet am Samstag um 10 Uhr. Der Eintritt ist am ersten Tag frei.'
export const PASSWORD =
  'Das Passwort für das Postfach der Poststelle ist jetzt Blaubeere7!Turm, bitte nicht weitersagen.'
