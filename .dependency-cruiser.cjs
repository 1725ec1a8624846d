// Who may import whom. Each rule carries its reason; the rooms are described in docs/architecture.md.
const packages = '^(npm:)?node_modules/'
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle hides which of two rooms depends on the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'policies-alone',
      comment: 'policies runs in browser and Node alike: nothing of ours, no Node module.',
      severity: 'error',
      from: { path: '^policies/' },
      to: { pathNot: ['^policies/', 'node_modules/(zod|yaml|minisearch|ts-fsrs)/'] },
    },
    {
      name: 'bot-not-addin',
      comment: 'Bot and add-in meet only in the HTTP contract.',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^addin/' },
    },
    {
      name: 'addin-not-bot',
      comment: 'Bot and add-in meet only in the HTTP contract.',
      severity: 'error',
      from: { path: '^addin/' },
      to: { path: '^bot/' },
    },
    {
      name: 'components-plain',
      comment: 'What people see works in any browser: no Office, no Teams, no request, no page around it.',
      severity: 'error',
      from: { path: '^addin/components/' },
      to: {
        pathNot: [
          '^policies/',
          '^addin/(components|check|learn|kompass|write|review|texts)/',
          'node_modules/(react|@fluentui|@types/react)',
        ],
      },
    },
    {
      name: 'decided-without-page',
      comment:
        'What a check or a step of learning means is decided without a page around it, so that tab and pane say the same.',
      severity: 'error',
      from: { path: '^addin/(check|learn|kompass|write|review|texts)/' },
      to: {
        pathNot: [
          '^policies/',
          '^addin/(check|learn|kompass|write|review|texts)/',
          // The words of the port, types alone.
          '^addin/office/document\\.ts$',
          'node_modules/minisearch/',
        ],
      },
    },
    {
      name: 'teams-behind-the-seam',
      comment: 'The page works without Teams: one folder knows its library, and loads it inside a frame only.',
      severity: 'error',
      from: { pathNot: '^(addin/teams|test)/' },
      to: { path: 'node_modules/@microsoft/teams-js' },
    },
    {
      name: 'teams-alone',
      comment: 'What is known of Teams (token, look, deep link) is handed to the page, never fetched from it.',
      severity: 'error',
      from: { path: '^addin/teams/' },
      to: { pathNot: ['^addin/teams/', 'node_modules/@microsoft/teams-js'] },
    },
    {
      name: 'office-behind-the-seam',
      comment: 'Only addin/office calls Office.js: the pane sees a document in our words, in Word and in any browser.',
      severity: 'error',
      from: { pathNot: '^(addin/office|test)/' },
      to: { path: 'node_modules/(@types/office-js|@microsoft/office-js)/' },
    },
    {
      name: 'office-alone',
      comment: 'A document is read and written without knowing who asks, so nothing around it can leak into it.',
      severity: 'error',
      from: { path: '^addin/office/', pathNot: '^addin/office/sign-in' },
      to: { pathNot: ['^addin/office/', 'node_modules/(@types/office-js|diff)/'] },
    },
    {
      name: 'office-sign-in-alone',
      comment: 'Signing in asks the Office around and its library, and knows no document.',
      severity: 'error',
      from: { path: '^addin/office/sign-in' },
      to: {
        pathNot: [
          '^addin/office/(sign-in|load\\.ts)',
          '^policies/sign-in-contract\\.ts$',
          'node_modules/(@types/office-js|@azure/msal-browser|zod)/',
        ],
      },
    },
    {
      name: 'msal-behind-the-seam',
      comment: 'Only signing in within Office needs it, and it is loaded only then.',
      severity: 'error',
      from: { pathNot: '^(addin/office|test)/' },
      to: { path: 'node_modules/@azure/msal-browser' },
    },
    {
      name: 'cards-behind-the-seam',
      comment: 'The library for cards is large and old: one folder knows it, and it is loaded with the first card.',
      severity: 'error',
      from: { pathNot: '^(addin/cards|test)/' },
      to: { path: 'node_modules/adaptivecards/' },
    },
    {
      name: 'api-without-page',
      comment: 'Requests are functions: what is asked and how an answer is read does not depend on who shows it.',
      severity: 'error',
      from: { path: '^addin/api/' },
      to: { pathNot: ['^policies/', '^addin/api/', 'node_modules/zod/'] },
    },
    {
      name: 'nothing-imports-test',
      comment: 'Test support must not become product.',
      severity: 'error',
      from: { path: '^(policies|bot|addin|manifest)/' },
      to: { path: '^test/' },
    },
    {
      name: 'manifest-alone',
      comment:
        'Packages are made before anything runs: from a configuration and words of their own, without the service.',
      severity: 'error',
      from: { path: '^manifest/' },
      to: {
        pathNot: [
          '^manifest/',
          '^policies/pack/(document|problem)\\.ts$',
          '^(node:)?(fs|path|url)',
          'node_modules/(zod|fflate|libxml2-wasm|office-addin-manifest)/',
        ],
      },
    },
    {
      name: 'nobody-imports-manifest',
      comment:
        'What runs knows its settings from the environment; the configuration of packages is for whoever makes them.',
      severity: 'error',
      from: { path: '^(policies|bot|addin)/' },
      to: { path: '^manifest/' },
    },
    {
      name: 'botbuilder-behind-the-seam',
      comment: 'The SDK is archived; only one folder may have to change when it goes.',
      severity: 'error',
      from: { pathNot: '^(bot/teams/sdk|test)/' },
      to: { path: 'node_modules/(botbuilder|botframework-)' },
    },
    {
      name: 'models-behind-one-folder',
      comment: 'Every text to a model passes the guard; one folder knows the library that sends it.',
      severity: 'error',
      from: { pathNot: '^(bot/generation/models|test)/' },
      to: { path: 'node_modules/openai/' },
    },
    {
      name: 'one-way-out',
      comment: 'Proxy and own authority hold for every request that leaves the machine, because one folder makes them.',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/(outside|teams/sdk)/' },
      to: { path: 'node_modules/(undici|@azure/msal-node)/' },
    },
    {
      name: 'gift-behind-one-folder',
      comment:
        'The library reads one question at a time, after it has been cut out and measured; nobody hands it a file.',
      severity: 'error',
      from: { pathNot: '^(bot/gift|test/bot/gift)/' },
      to: { path: 'node_modules/gift-pegjs' },
    },
    {
      name: 'cards-are-pure',
      comment: 'A card is data to JSON: it can be shown in chat, tab and pane.',
      severity: 'error',
      from: { path: '^bot/teams/cards/' },
      to: { pathNot: ['^policies/', '^bot/teams/cards/'] },
    },
    {
      name: 'environment-in-config-only',
      comment: 'Configuration fails at start, all problems at once; nobody else looks at the environment.',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/(config|main|start)\\.ts$|^bot/commands/' },
      to: { path: '^bot/config\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pdf-on-one-sheet',
      comment: 'The PDF library leaves tags, fonts and escaping to its caller; only one file has to know how.',
      severity: 'error',
      from: { pathNot: '^(bot/proof/sheet\\.ts|test/)' },
      to: { path: 'node_modules/(@types/)?pdfkit/' },
    },
    {
      name: 'signatures-in-few-places',
      comment: 'Which algorithm and which key count is decided where credentials and logins are checked, nowhere else.',
      severity: 'error',
      from: { pathNot: '^(bot/(proof|identity)|test)/' },
      to: { path: 'node_modules/jose/' },
    },
    {
      name: 'databases-behind-the-storage',
      comment:
        'What both databases do differently is known in one folder; everybody else sees the contract of store.ts.',
      severity: 'error',
      from: { pathNot: '^(bot/storage/|test/)' },
      to: { path: 'node_modules/(kysely|libsql|@libsql|pg|@types/pg)/' },
    },
    {
      name: 'storage-by-its-doors',
      comment: 'Only backup and restore see all municipalities at once; the rest gets the store of one.',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/(storage/|commands/(backup|restore)\\.ts$)' },
      to: { path: '^bot/storage/', pathNot: '^bot/storage/(open|store|target|unavailable|look)\\.ts$' },
    },
    {
      name: 'repositories-see-one-municipality',
      comment:
        'They get a database that adds the municipality; with a driver or the tables of all they could leave it out.',
      severity: 'error',
      from: { path: '^bot/storage/repositories/' },
      to: {
        path: '^bot/storage/(database|schema|open|sqlite/|postgres/|backup/|migrations/)|node_modules/(libsql|pg)/',
      },
    },
    {
      name: 'migrations-are-frozen',
      comment: 'A migration describes the tables of its time; what is imported from today would change it afterwards.',
      severity: 'error',
      from: { path: '^bot/storage/migrations/' },
      to: { path: '^(bot|policies)/', pathNot: '^bot/storage/migrations/' },
    },
    {
      name: 'outbox-knows-no-channel',
      comment: 'How a message reaches a person is handed in: the worker only decides when and how often.',
      severity: 'error',
      from: { path: '^bot/outbox/' },
      to: { pathNot: ['^bot/outbox/', '^bot/storage/(store|unavailable)\\.ts$'] },
    },
    {
      name: 'files-at-the-edge',
      comment: 'Domain and activities never touch the disk.',
      severity: 'error',
      from: {
        path: '^bot/',
        pathNot:
          '^bot/(storage/sqlite/file|packs|commands|wiring|start|main|paths|playground|proof/issuer-key|learning/key-file|settings/files|doctor/gather)',
      },
      to: { path: '^(node:)?fs' },
    },
  ],
  options: {
    doNotFollow: { path: `${packages}|node_modules` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
