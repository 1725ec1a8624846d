const minutesOf = (minutes: number, one: string, many: string): string => (minutes === 1 ? one : `${minutes} ${many}`)

/** Words about signing in, in German: what is so, then the way on. */
const de = {
  signIn: 'Anmelden',
  again: 'Neu anmelden',
  reload: 'Seite neu laden',
  browser: 'Im Browser öffnen',
  trying: 'Sie werden angemeldet …',
  windowAgain: 'Fenster noch einmal öffnen',
  window: 'Das Anmeldefenster ist offen. Sobald Sie dort angemeldet sind, geht es hier weiter.',
  kept: 'Was Sie geschrieben haben, bleibt hier stehen.',
  why: {
    first: 'Bitte melden Sie sich mit Ihrem Dienstkonto an.',
    expired: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
    cancelled: 'Die Anmeldung wurde nicht abgeschlossen. Sie können gleich noch einmal beginnen.',
    blocked:
      'Das Anmeldefenster wurde nicht geöffnet. Bitte erlauben Sie Fenster dieser Seite, meist über ein Zeichen neben der Adresse, und versuchen Sie es noch einmal.',
    consent:
      'Der Kompass braucht noch eine Freigabe. Bitte sagen Sie Ihrer IT: Eine Administratorin oder ein Administrator muss der Anwendung einmal zustimmen. Danach melden Sie sich neu an.',
    strange:
      'Die Antwort der Anmeldung passte nicht zu dieser Seite. Bitte melden Sie sich neu an. Kommt das wieder, sagen Sie Ihrer IT Bescheid.',
    'other-person':
      'Sie haben sich mit einem anderen Konto angemeldet. Bitte nehmen Sie das erste, oder laden Sie die Seite neu: Dann beginnt sie leer.',
    unaccepted:
      'Die Anmeldung hat geklappt, aber der Kompass erkennt sie nicht an. Bitte melden Sie sich neu an. Hilft das nicht, sagen Sie Ihrer IT: Anwendung und Einstellungen passen nicht zusammen.',
    unknown:
      'Unter dieser Adresse ist hier keine Kommune eingerichtet. Bitte öffnen Sie den Link, den Sie von Ihrer Verwaltung haben, oder fragen Sie Ihr KI-Team.',
    elsewhere: 'An dieser Stelle ist keine Anmeldung möglich. Im Browser geht es.',
    offline:
      'Die Anmeldung ist gerade nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    teams:
      'Die Anmeldung über Teams hat nicht geklappt. Bitte versuchen Sie es noch einmal, oder öffnen Sie diesen Tab neu. Hilft das nicht, wenden Sie sich an Ihr KI-Team.',
  },
  refused: (code: string | undefined) =>
    `Die Anmeldung wurde abgelehnt. Bitte versuchen Sie es noch einmal. Hilft das nicht, sagen Sie Ihrer IT Bescheid${code === undefined ? '' : ` (${code})`}.`,
  clock: (minutes: number) =>
    `Die Uhren gehen ${minutesOf(minutes, 'eine Minute', 'Minuten')} auseinander, deshalb gilt Ihre Anmeldung hier nicht. Stimmt die Uhr dieses Geräts? Wenn ja, sagen Sie bitte Ihrer IT Bescheid. Dann melden Sie sich neu an.`,
}

export type SignInTexts = typeof de

const en: SignInTexts = {
  signIn: 'Sign in',
  again: 'Sign in again',
  reload: 'Reload the page',
  browser: 'Open in the browser',
  trying: 'Signing you in …',
  windowAgain: 'Open the window once more',
  window: 'The window for signing in is open. Once you have signed in there, it goes on here.',
  kept: 'What you have written stays here.',
  why: {
    first: 'Please sign in with your work account.',
    expired: 'You are no longer signed in. Please sign in again.',
    cancelled: 'Signing in was not finished. You can start once more right away.',
    blocked:
      'The window for signing in was not opened. Please allow windows of this page, mostly by a sign beside the address, and try again.',
    consent:
      'The Kompass still needs a permission. Please tell your IT: an administrator has to consent to the application once. Then sign in again.',
    strange:
      'The answer to signing in did not fit this page. Please sign in again. If it happens again, tell your IT department.',
    'other-person':
      'You have signed in with another account. Please take the first one, or reload the page: then it starts empty.',
    unaccepted:
      'Signing in worked, but the Kompass does not accept it. Please sign in again. If that does not help, tell your IT: application and settings do not fit.',
    unknown:
      'No municipality is set up here under this address. Please open the link you have from your administration, or ask your AI team (KI-Team).',
    elsewhere: 'Signing in is not possible in this place. In the browser it is.',
    offline: 'Signing in cannot be reached just now. Please check the connection and try again.',
    teams:
      'Signing in through Teams did not work. Please try again, or open this tab once more. If that does not help, turn to your AI team (KI-Team).',
  },
  refused: code =>
    `Signing in was refused. Please try again. If that does not help, tell your IT department${code === undefined ? '' : ` (${code})`}.`,
  clock: minutes =>
    `The clocks are ${minutesOf(minutes, 'one minute', 'minutes')} apart, so you are not let in here. Is the clock of this device right? If so, please tell your IT department. Then sign in again.`,
}

export const SIGN_IN = { de, en }
