import { NEUSTADT } from '../../../support/healthy-installation.js'
import { at, findsFaults, HEALTHY, PLACE } from '../../../support/planted-faults.js'

findsFaults('settings', [
  {
    why: 'settings that cannot be read',
    facts: { ...HEALTHY, place: undefined, settingProblems: ['KOMPASS_PORT muss eine Zahl sein'] },
    level: 'fehler',
    what: /KOMPASS_PORT/,
    mend: /betrieb\.md/,
  },
  {
    why: 'nobody proves who asks',
    facts: at({
      settings: {
        ...PLACE.settings,
        municipalities: [{ ...NEUSTADT, signIn: { kind: 'local' }, bot: undefined }],
      },
    }),
    level: 'warnung',
    what: /local/,
    mend: /entra oder oidc/,
  },
  {
    why: 'no public address',
    facts: at({ settings: { ...PLACE.settings, publicUrl: undefined } }),
    level: 'warnung',
    what: /PUBLIC_URL fehlt/,
    mend: /https:/,
  },
])
