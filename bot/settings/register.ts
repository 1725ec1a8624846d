/** Whom a setting concerns; the table for administrators is ordered by it. */
export const GROUPS = [
  'Adresse',
  'Kommune',
  'Anmeldung',
  'Anmeldung mit Entra',
  'Anmeldung mit OpenID Connect',
  'Bot in Teams',
  'Daten und Schlüssel',
  'Modelle',
  'Betrieb',
] as const
type Group = (typeof GROUPS)[number]

/** One setting, in words for whoever runs the service. */
export type Setting = {
  /** `<WERKZEUG>` stands for the id of a tool in capitals. */
  readonly name: string
  readonly group: Group
  readonly purpose: string
  /** What holds without it, in words or as a value. */
  readonly standard: string
  readonly example: string
  /** May also be given as `<name>_FILE`; its example is refused as a value. */
  readonly secret?: true
}

/** Every setting there is. The table in docs/betrieb.md is made from it. */
export const REGISTER: readonly Setting[] = [
  {
    name: 'KOMPASS_HOST',
    group: 'Adresse',
    purpose: 'Adresse, an der der Dienst lauscht. Alles außer diesem Rechner verlangt Anmeldung und Proxy',
    standard: '127.0.0.1',
    example: '0.0.0.0',
  },
  {
    name: 'KOMPASS_PORT',
    group: 'Adresse',
    purpose: 'Port des Dienstes',
    standard: '3978',
    example: '8080',
  },
  {
    name: 'KOMPASS_MESSAGES_PORT',
    group: 'Adresse',
    purpose: 'Eigener Port für /api/messages: Nur er muss aus dem Internet erreichbar sein',
    standard: 'wie KOMPASS_PORT',
    example: '3979',
  },
  {
    name: 'KOMPASS_PUBLIC_URL',
    group: 'Adresse',
    purpose: 'Adresse, unter der Mitarbeitende den Dienst erreichen, mit https. Karten und Anmeldung verweisen darauf',
    standard: 'wo der Dienst lauscht',
    example: 'https://kompass.neustadt.example',
  },
  {
    name: 'KOMPASS_PROXY_TRUST',
    group: 'Adresse',
    purpose: 'Wie viele Proxys vor dem Dienst stehen und https übernehmen',
    standard: '0',
    example: '1',
  },
  {
    name: 'KOMPASS_PACK',
    group: 'Kommune',
    purpose:
      'Regelpaket: Name eines Ordners unter policies/packs oder ein Pfad, das Grundpaket liegt im Ordner daneben',
    standard: 'musterstadt',
    example: 'neustadt',
  },
  {
    name: 'KOMPASS_MUNICIPALITIES',
    group: 'Kommune',
    purpose:
      'YAML-Datei mit mehreren Kommunen. Jeder Eintrag trägt die Angaben von hier ohne KOMPASS_ und klein (client_id); sie stehen dann nur dort',
    standard: 'eine Kommune, aus den Angaben hier',
    example: '/etc/ki-kompass/kommunen.yaml',
  },
  {
    name: 'KOMPASS_IDENTITY',
    group: 'Anmeldung',
    purpose: 'Wie Menschen sich anmelden: local (gar nicht, nur zum Ausprobieren auf diesem Rechner), entra oder oidc',
    standard: 'local',
    example: 'entra',
  },
  {
    name: 'KOMPASS_CLIENT_ID',
    group: 'Anmeldung',
    purpose: 'Anwendungs-ID, unter der der Kompass bei der Anmeldung eingetragen ist',
    standard: 'nötig bei entra und oidc',
    example: '11111111-2222-3333-4444-555555555555',
  },
  {
    name: 'KOMPASS_AUDIENCE',
    group: 'Anmeldung',
    purpose: 'Für wen ein Token gilt („aud“); bei entra der Anwendungs-ID-URI',
    standard: 'bei entra api://<Anwendungs-ID>, bei oidc nötig',
    example: 'api://kompass.neustadt.example/11111111-2222-3333-4444-555555555555',
  },
  {
    name: 'KOMPASS_SCOPE',
    group: 'Anmeldung',
    purpose:
      'Berechtigung, nach der die Seite fragt. Bei oidc mehrere Wörter; eigene (nicht openid, profile, email …) muss das Token auch tragen',
    standard: 'entra: access_as_user, oidc: openid profile',
    example: 'openid profile ki-kompass',
  },
  {
    name: 'KOMPASS_ROLES_CLAIM',
    group: 'Anmeldung',
    purpose: 'Wo im Token die Rollen stehen; ein Punkt führt hinein (realm_access.roles)',
    standard: 'roles',
    example: 'realm_access.roles',
  },
  {
    name: 'KOMPASS_GROUPS_CLAIM',
    group: 'Anmeldung',
    purpose: 'Wo im Token die Gruppen stehen, nach denen Werkzeuge freigegeben sind',
    standard: 'groups',
    example: 'gruppen',
  },
  {
    name: 'KOMPASS_DEPARTMENT_CLAIM',
    group: 'Anmeldung',
    purpose:
      'Wo im Token der Fachbereich steht (seine id aus contacts.yaml): So findet sich die richtige Digitallotsin',
    standard: 'department',
    example: 'fachbereich',
  },
  {
    name: 'KOMPASS_ROLE_DIGITALLOTSE',
    group: 'Anmeldung',
    purpose: 'Wie die Rolle Digitallotse bei der Anmeldung heißt',
    standard: 'digitallotse',
    example: 'KI-Lotsen',
  },
  {
    name: 'KOMPASS_ROLE_KI_TEAM',
    group: 'Anmeldung',
    purpose: 'Wie die Rolle KI-Team dort heißt',
    standard: 'ki-team',
    example: 'KI-Redaktion',
  },
  {
    name: 'KOMPASS_ROLE_DATENSCHUTZ',
    group: 'Anmeldung',
    purpose: 'Wie die Rolle Datenschutz dort heißt',
    standard: 'datenschutz',
    example: 'DSB',
  },
  {
    name: 'KOMPASS_TENANT',
    group: 'Anmeldung mit Entra',
    purpose: 'Verzeichnis-ID (Mandant): Nur wer dort angemeldet ist, kommt herein',
    standard: 'nötig bei entra',
    example: '22222222-3333-4444-5555-666666666666',
  },
  {
    name: 'KOMPASS_ISSUER',
    group: 'Anmeldung mit OpenID Connect',
    purpose: 'Adresse der Anmeldung, genau wie im Token unter „iss“',
    standard: 'nötig bei oidc',
    example: 'https://anmeldung.neustadt.example/realms/stadt',
  },
  {
    name: 'KOMPASS_BOT_APP_ID',
    group: 'Bot in Teams',
    purpose: 'Anwendungs-ID des Bots; ohne sie gibt es Seite, Word und API, aber keinen Chat',
    standard: 'kein Bot',
    example: '33333333-4444-5555-6666-777777777777',
  },
  {
    name: 'KOMPASS_BOT_TENANT',
    group: 'Bot in Teams',
    purpose: 'Verzeichnis-ID, in der der Bot eingetragen ist',
    standard: 'KOMPASS_TENANT; bei oidc nötig',
    example: '22222222-3333-4444-5555-666666666666',
  },
  {
    name: 'KOMPASS_BOT_SECRET',
    group: 'Bot in Teams',
    purpose: 'Geheimnis des Bots aus Entra; besser ist ein Zertifikat',
    standard: 'keines',
    example: 'Geheimnis-des-Bots-aus-Entra',
    secret: true,
  },
  {
    name: 'KOMPASS_BOT_CERTIFICATE',
    group: 'Bot in Teams',
    purpose: 'Datei mit dem Zertifikat des Bots (PEM), statt des Geheimnisses',
    standard: 'keines',
    example: '/etc/ki-kompass/bot.crt',
  },
  {
    name: 'KOMPASS_BOT_KEY',
    group: 'Bot in Teams',
    purpose: 'Datei mit dem privaten Schlüssel dazu (PEM, unverschlüsselt, nur für den Dienst lesbar)',
    standard: 'keiner',
    example: '/etc/ki-kompass/bot.key',
  },
  {
    name: 'KOMPASS_GRAPH',
    group: 'Bot in Teams',
    purpose:
      'Wofür der Bot Microsoft Graph fragt, in eigenem Namen: „rollen“ (App-Rollen auch im Chat; braucht Application.Read.All, für Gruppen GroupMember.Read.All), „verbergen“ (Kanalnachrichten mit Zugangsdaten oder VS ausblenden; braucht ChannelMessage.UpdatePolicyViolation.All, bitte vorher mit dem Personalrat klären)',
    standard: 'nichts',
    example: 'rollen',
  },
  {
    name: 'KOMPASS_DATA',
    group: 'Daten und Schlüssel',
    purpose: 'Ordner für die SQLite-Datei und für Schlüssel, die niemand angibt; gehört in die Sicherung',
    standard: '.data',
    example: '/var/lib/ki-kompass',
  },
  {
    name: 'DATABASE_URL',
    group: 'Daten und Schlüssel',
    purpose: 'PostgreSQL statt der SQLite-Datei, nötig für mehrere Dienste nebeneinander',
    standard: 'die SQLite-Datei',
    example: 'postgresql://kompass:bitte-ändern@datenbank.neustadt.example/kompass',
    secret: true,
  },
  {
    name: 'KOMPASS_REPLICAS',
    group: 'Daten und Schlüssel',
    purpose: 'Wie viele Dienste sich die Datenbank teilen',
    standard: '1',
    example: '2',
  },
  {
    name: 'KOMPASS_LEARNING_KEY',
    group: 'Daten und Schlüssel',
    purpose:
      'Schlüssel hinter den Pseudonymen der Lernstände, 32 zufällige Bytes (openssl rand -base64 32). Geht er verloren, findet niemand seinen Lernstand wieder',
    standard: 'einmal gemacht, im Datenordner',
    example: 'hier-den-Lernschlüssel-aus-openssl-rand-base64-32',
    secret: true,
  },
  {
    name: 'KOMPASS_BADGE_KEY',
    group: 'Daten und Schlüssel',
    purpose: 'Privater Schlüssel (Ed25519 als JWK), der Nachweise unterschreibt',
    standard: 'einmal gemacht, im Datenordner',
    example: '{"kty":"OKP","crv":"Ed25519","x":"…","d":"…"}',
    secret: true,
  },
  {
    name: 'KOMPASS_MODEL_KEY_<WERKZEUG>',
    group: 'Modelle',
    purpose:
      'Schlüssel des Modells hinter einem Werkzeug; ohne ihn geht nichts dorthin. Bei mehreren Kommunen steht er im Eintrag: model_key_…_file oder model_key_…_env',
    standard: 'keiner',
    example: 'Schlüssel aus dem Portal des Anbieters',
    secret: true,
  },
  {
    name: 'KOMPASS_MODEL_URL_<WERKZEUG>',
    group: 'Modelle',
    purpose: 'Andere Adresse des Modells als die im Regelpaket. Bei mehreren Kommunen im Eintrag: model_url_…',
    standard: 'die des Regelpakets',
    example: 'https://ki.rechenzentrum.example/v1',
  },
  {
    name: 'KOMPASS_METRICS_TOKEN',
    group: 'Betrieb',
    purpose: 'Lässt eine Überwachung auf einem anderen Rechner /metrics lesen, mindestens 24 Zeichen',
    standard: 'nur dieser Rechner',
    example: 'hier-ein-Schlüssel-für-die-Überwachung',
    secret: true,
  },
  {
    name: 'KOMPASS_LOG_LEVEL',
    group: 'Betrieb',
    purpose: 'Wie viel im Protokoll steht: silent, error, warn, info, debug. Texte stehen nie darin',
    standard: 'info',
    example: 'warn',
  },
  {
    name: 'KOMPASS_OFFICE_JS',
    group: 'Betrieb',
    purpose: 'Eigene Adresse von Office.js, wo die von Microsoft gesperrt ist',
    standard: 'die von Microsoft',
    example: 'https://office.neustadt.example/office.js',
  },
  {
    name: 'HTTPS_PROXY',
    group: 'Betrieb',
    purpose: 'Proxy auf dem Weg nach draußen (Anmeldung, Teams, Modelle)',
    standard: 'keiner',
    example: 'http://proxy.neustadt.example:3128',
  },
  {
    name: 'NO_PROXY',
    group: 'Betrieb',
    purpose: 'Was ohne diesen Proxy erreicht wird, mit Kommas dazwischen',
    standard: 'nichts',
    example: 'localhost,.neustadt.example',
  },
  {
    name: 'KOMPASS_CA_FILE',
    group: 'Betrieb',
    purpose:
      'Datei mit dem Zertifikat der eigenen Zertifizierungsstelle (PEM), dem der Dienst zusätzlich zu den üblichen traut',
    standard: 'nur die üblichen',
    example: '/etc/ki-kompass/neustadt-ca.pem',
  },
  {
    name: 'NODE_EXTRA_CA_CERTS',
    group: 'Betrieb',
    purpose: 'Dasselbe für den ganzen Prozess, von Node selbst gelesen, auch für die Datenbank',
    standard: 'nur die üblichen',
    example: '/etc/ssl/certs/neustadt-ca.pem',
  },
  {
    name: 'PLAYGROUND_PORT',
    group: 'Betrieb',
    purpose: 'Port des Chats zum Ausprobieren (npm start)',
    standard: '56150',
    example: '56151',
  },
]
