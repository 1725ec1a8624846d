/*
 * For Word 2019 and older, which show pages with the engine of Internet Explorer: it knows no modules and takes this script
 * (newer engines skip it, as it is marked nomodule). Only what that engine understands may stand here; a test sees to it.
 */
var GERMAN = {
  text: 'Dieses Word zeigt den KI-Kompass nicht an. Bitte öffnen Sie ihn im Browser, dort geht alles:',
  link: 'KI-Kompass im Browser öffnen',
}
var ENGLISH = {
  text: 'This version of Word cannot show the KI-Kompass. Please open it in your browser, where everything works:',
  link: 'Open the KI-Kompass in your browser',
}

function element(name, text) {
  var made = document.createElement(name)
  made.appendChild(document.createTextNode(text))
  return made
}

function showTheWayOn(page) {
  var german = /^de/i.test(navigator.userLanguage || navigator.language || 'de')
  var words = german ? GERMAN : ENGLISH
  var link = element('a', words.link)
  link.href = location.href.split(/[?#]/)[0]
  link.target = '_blank'
  link.rel = 'noopener'
  while (page.firstChild) page.removeChild(page.firstChild)
  page.appendChild(element('h1', 'KI-Kompass'))
  page.appendChild(element('p', words.text))
  page.appendChild(link)
}

showTheWayOn(document.getElementById('page'))
