import { answered, failed } from '../../../support/healthy-installation.js'
import { at, findsFaults, PLACE } from '../../../support/planted-faults.js'

findsFaults('pages', [
  {
    why: 'pages not built',
    facts: at({ pages: { missing: ['pane'] } }),
    level: 'fehler',
    what: /pane/,
    mend: /npm run build/,
  },
  {
    why: 'an own Office.js that is away',
    facts: at({
      settings: { ...PLACE.settings, officeJs: 'https://o.example/office.js' },
      officeJs: failed('ENOTFOUND'),
    }),
    level: 'fehler',
    what: /ENOTFOUND/,
    mend: /KOMPASS_OFFICE_JS/,
  },
  {
    why: 'a page where Office.js should be',
    facts: at({
      settings: { ...PLACE.settings, officeJs: 'https://o.example/office.js' },
      officeJs: answered(200, '', { type: 'text/html' }),
    }),
    level: 'fehler',
    what: /kein Skript/,
    mend: /KOMPASS_OFFICE_JS/,
  },
])
