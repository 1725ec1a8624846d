/** Words that say nothing about what a text is about, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `
  ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bis bitte
  da dabei dadurch dafur dagegen daher damit danach dann daran darauf darf darum das dass davon dazu dem den denen denn der
  deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch durfen ein eine einem einen einer
  eines einige er erst es etwa etwas euch euer fur gegen gibt hab habe haben hat hatte hatten hier hin hinter ich ihm ihn
  ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja je jede jedem jeden jeder jedes jedoch jetzt kann kein keine
  keinem keinen keiner konnen konnte konnten lassen mal man mehr mein meine mich mir mit muss mussen musste nach nachdem
  neben nicht noch nun nur ob oder ohne sehr sei seien sein seine seinem seinen seiner seit sich sie sind so sobald sofern
  solche soll sollen sollte sollten sondern sonst soweit sowie sowohl statt trotz uber um und uns unser unsere unserem
  unseren unserer unter viel viele vom von vor wahrend war waren warum was wegen weil weitere weiteren welche welchem welchen
  welcher welches wenn wer werde werden wie wieder will wir wird wo wollen worden wurde wurden zu zum zur zwar zwischen
  `
    .split(/\s+/)
    .filter(Boolean),
)
