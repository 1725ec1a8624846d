import type { Detector } from '../detector.js'
import { hashes, knownTokens, privateKeys } from '../secrets/known-formats.js'
import { namedValues, READ_WORDS } from '../secrets/named-values.js'
import { urlCredentials } from '../secrets/url-credentials.js'

/** Passwords, PINs, tokens and keys: by the form their issuer gave them, or because the text names them so. */
export const secret: Detector = {
  kind: 'SECRET',
  class: 'SECRET',
  replaceable: 'never',
  source: 'daten-arten.md § 4.14; RFC 7468 (PEM), RFC 7519 (JWT), RFC 3986 (userinfo), Token-Formate der Anbieter',
  context: [
    ...'*passwort passwort* *passwörter *kennwort kennwort* losungswort *password password* *passwd passw *passphrase passcode *pwd pw psw *pass *pin *code *token *secret *apikey *accesskey *secretkey *privatekey *presharedkey *encryptionkey *key *schlüssel'.split(
      ' ',
    ),
    ...READ_WORDS,
  ],
  stage: 'value',
  *find(scene) {
    const { doc } = scene
    for (const stretch of privateKeys(doc.text)) yield { ...stretch, certainty: 'sicher', reason: 'known-format' }
    for (const stretch of knownTokens(doc)) yield { ...stretch, certainty: 'sicher', reason: 'known-format' }
    for (const stretch of hashes(doc)) yield { ...stretch, certainty: 'sicher', reason: 'known-format' }
    for (const stretch of urlCredentials(doc.text)) yield { ...stretch, certainty: 'sicher', reason: 'known-format' }
    for (const { sure, ...stretch } of namedValues(scene))
      yield { ...stretch, certainty: sure ? 'sicher' : 'wahrscheinlich', reason: 'named-as-secret' }
  },
  examples: {
    found: [
      'Mein Passwort fürs Ratsinformationssystem ist [[Drachenfels#58]], bitte umstellen.',
      'Kennwort: [[Watt&Möwe23]]',
      'PW [[Deich-77x]] steht auf dem Zettel',
      'Login svc_druck / [[Dr-ck3r!77]]',
      'Das WLAN-Passwort im Sitzungssaal heißt jetzt [[Leuchtturm22]].',
      'WLAN Gäste, Passwort „[[Strandkorb am Siel]]“',
      'PIN: [[4711]]',
      'Die PIN für den Kopierer im Flur lautet [[2580]].',
      'PUK [[83920174]], SIM der Rufbereitschaft',
      'Türcode [[90417#]] für den Hintereingang',
      'Der Code für die Alarmanlage ist [[7304]], nicht weitersagen.',
      'API-Token: [[8f14e45fceea167a5a36dedd4bea2543]]',
      'Zugangsdaten Stadtportal: hmeier / [[Winter2024!]]',
      'Benutzer: admin, Passwort: [[Rathaus1]]',
      'Server=db01;Database=kasse;User Id=app;Password=[[Kasse#2024x]];Encrypt=true',
      'AccountName=stadtbild;AccountKey=[[q8Zt4LmN0pRs6UvWxY2aBcDeFgHiJkLmNoPqRsTuVw==]];EndpointSuffix=x',
      'https://bilder.speicher.example/a.jpg?sv=2022&sig=[[kL9mN8bV7cX6zA5sD4fG3hJ2%2BqW%3D]]&se=2026',
      'SMTP_PASS=[[moin_MOIN7]]',
      'db_password: "[[t1deland-Ost]]"',
      '{"user": "leser", "password": "[[Ebbe&Flut9]]"}',
      'https://admin:[[Flut-2024]]@portal.musterstadt.example/login',
      'curl -u leser:[[Geh1mrat-x]] https://dienst.example/v1',
      'Authorization: Basic [[bGVzZXI6R2VoMW1yYXQteA==]]',
      'Authorization: Bearer [[eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3NzE1MiJ9.dozjgNryP4J3jVmNHl0w5NXgL0n3I9Pl]]',
      'Die Maschine meldet sich mit [[hf_kLmNoPqRsTuVwXyZaBcDeFgHiJ12]] an.',
      '| Dienst | Passwort |\n|---|---|\n| Archiv | [[Wolke-77]] |',
      'Passwort für den Drucker im 2. OG: [[Papier-Stau7]]',
      'client_secret = "[[Qx8~abcDEF.ghiJKL_mno]]"',
      '[[-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBadEHQ0nTq7\noUQDQgAE8b\n-----END EC PRIVATE KEY-----]]',
      `Im Skript steht [[${'gh'}p_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5]].`,
      `Runner: [[${'gl'}pat-zY9xW8vU7tS6rQ5pO4nM]]`,
      `Bot [[${'xo'}xb-204857219044-kLmNoPqRsTuVw]] im Kanal`,
      `aws_access_key_id = [[${'AK'}IAQ2W3E4R5T6Z7U8I9]]`,
    ],
    ignored: [
      'Passwortrichtlinie: mindestens 14 Zeichen, Groß- und Kleinbuchstaben',
      'Passwort vergessen? Die Hotline hilft.',
      'Passwort: siehe Tresor',
      'Passwort: <passwort>',
      'Kennwort: ********',
      'password: changeme',
      'password = input("Passwort: ")',
      'const password = process.env.DB_PASSWORD',
      'DB_PASSWORD=$' + '{DB_PASSWORD}',
      'ansible_password: "{{ vault_password }}"',
      'if (password === user.password) return',
      'Das Passwort ist seit gestern abgelaufen.',
      'Passwörter ändern wir alle 90 Tage.',
      'Ihre PIN kommt in den nächsten Tagen per Brief.',
      'PIN: 6-stellig, frei wählbar',
      'Ein Passwort wie „Sommer2024!“ ist schlecht.',
      'Beispiel für ein sicheres Passwort: Xk9#mL2p',
      'Der Schlüssel zum Erfolg ist gute Vorbereitung.',
      'Schlüssel Nr. A47 wurde an die Hausmeisterei ausgegeben.',
      'QR-Code 4711 und Postcode 24103',
      'Commit 3f2a9c8e7d6b5a4f3e2d1c0b9a8f7e6d5c4b3a29',
      'SHA-256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'Anmeldung: bis 12.03.2025 / Raum 2',
      '<input type="password" name="pw1" id="pw1">',
      'Das Passwort steht in Passwort.kdbx auf dem Laufwerk.',
      'Passwort geändert am 12.03.2025',
      'password: string',
      'Mit dem Reisepass 2024 einreisen',
      'Das Token verfällt nach 30 Minuten.',
      'Der Login ist seit 8:00 Uhr gestört.',
    ],
  },
}
