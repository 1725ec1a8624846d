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
        pathNot: ['^policies/', '^addin/(components|check|texts)/', 'node_modules/(react|@fluentui|@types/react)'],
      },
    },
    {
      name: 'check-without-page',
      comment: 'What a check means is decided without a page around it, so that tab and pane say the same.',
      severity: 'error',
      from: { path: '^addin/(check|texts)/' },
      to: { pathNot: ['^policies/', '^addin/(check|texts)/'] },
    },
    {
      name: 'nothing-imports-test',
      comment: 'Test support must not become product.',
      severity: 'error',
      from: { path: '^(policies|bot|addin)/' },
      to: { path: '^test/' },
    },
    {
      name: 'botbuilder-behind-the-seam',
      comment: 'The SDK is archived; only one folder may have to change when it goes.',
      severity: 'error',
      from: { pathNot: '^(bot/teams/sdk|test)/' },
      to: { path: 'node_modules/(botbuilder|botframework-)' },
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
      name: 'files-at-the-edge',
      comment: 'Domain and activities never touch the disk.',
      severity: 'error',
      from: { path: '^bot/', pathNot: '^bot/(packs|commands|wiring|start|main|paths|playground)' },
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
