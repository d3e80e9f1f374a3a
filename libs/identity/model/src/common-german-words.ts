/** Words common in passwords of German speakers, folded; the installed dictionaries are English. */
export const COMMON_GERMAN_WORDS: readonly string[] = (
  'passwort hallo ficken schatz baby schalke hamburg berlin muenchen münchen bayern borussia dortmund werder bremen koeln köln frankfurt stuttgart leipzig dresden ' +
  'sommer winter herbst fruehling frühling januar februar märz maerz april juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
  'kennwort geheim zugang anmeldung willkommen start firma buero büro arbeit chef kollege mitarbeiter verwaltung datenschutz sicherheit internet computer rechner drucker ' +
  'schnecke maus hase katze hund pferd vogel loewe löwe tiger drache engel teufel prinzessin koenig könig liebe liebling herz sonne mond stern blume rose himmel wasser feuer ' +
  'mutter vater mama papa oma opa bruder schwester kind tochter sohn familie freund freundin schule lehrer urlaub garten haus auto motorrad fussball fußball deutschland oesterreich österreich schweiz ' +
  'eins zwei drei vier fuenf fünf sechs sieben acht neun zehn hundert tausend test gast admin benutzer qwertz asdfghjkl yxcvbnm'
).split(' ');
