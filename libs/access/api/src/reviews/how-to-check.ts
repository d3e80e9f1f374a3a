/** What lies beside the evidence, for whoever gets it: what it is and how it is checked without us. */
export const HOW_TO_CHECK = `How to check this evidence
==========================

keys.txt            the public keys of the organization's log. Ask the organization for them by another way and compare.
reviews/<id>/       one folder for each review of access that was closed in the period:
  certificate.json    what came of it, and the same as a signed note
  certificate.*.pdf   the same to read
  list.jsonl          everything that was reviewed, line by line; the certificate holds its SHA-256
audit-log.jsonl     what the organization's log says of the period. Of all that is before and after, only the hashes are told.

The offline verifier comes with the product and needs nothing of it, neither its server nor its database:

  verify-log audit-log.jsonl --checkpoint <one you kept> --key keys.txt
  verify-log --certificate reviews/<id>/certificate.json --list reviews/<id>/list.jsonl --key keys.txt

Nothing here names anybody. Members are told by number (M-10422) or by an id, which the organization can look up while they are there.


So prüfen Sie diese Nachweise
=============================

keys.txt            die öffentlichen Schlüssel des Protokolls der Organisation. Fragen Sie auf anderem Weg danach und vergleichen Sie.
reviews/<id>/       ein Ordner für jede Zugriffsprüfung, die in dem Zeitraum abgeschlossen wurde:
  certificate.json    was dabei herauskam, und dasselbe als signierte Notiz
  certificate.*.pdf   dasselbe zum Lesen
  list.jsonl          alles, was geprüft wurde, Zeile für Zeile; die Bescheinigung enthält deren SHA-256
audit-log.jsonl     was das Protokoll der Organisation über den Zeitraum sagt. Von allem davor und danach stehen nur die Hashes darin.

Das Prüfprogramm gehört zum Produkt und braucht nichts davon, weder Server noch Datenbank: siehe die Befehle oben.

Niemand wird hier mit Namen genannt. Mitglieder stehen mit Nummer (M-10422) oder mit einer Kennung darin.
`;
