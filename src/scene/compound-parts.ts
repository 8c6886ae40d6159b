const words = `
  abnahme abschluss abteilung aktion analyse anbieter anfrage angebot anlage anleitung annahme anruf ansicht ansprech antrag
  antwort anwendung automat arbeit artikel aufnahme aufstellung auftrag ausgabe auskunft auslieferung auswahl außendienst
  bedarf bedien bedürfnis beginn begleit begleiter begleitung begrüßung beratung bereich bericht bereitstellung
  beschaffung beschwerde besichtigung bestand bestellung bestätigung besuch betreuung betrieb bewertung beziehung
  bindung branche brief buchung bühne center dienst dienstleister dienstleistung digital einführung einkauf einkäufer
  einladung einrichtung einsatz empfehlung entscheidung entscheider entwicklung ereignis erfahrung ergebnis
  erinnerung erkennung erklärung erlebnis ersatz erstattung erwartung event fach fahrt fertigung filiale
  finanzierung finder formular forum frage freigabe führer führung garantie gebrauch gebühr grund gefühl gerät geschäft gespräch
  gewinnung gruppe gutschein halter haltung haupt handbuch handel handlung hilfe hotline händler information inhalt innendienst instand
  interesse journey kampagne kanal karte katalog kauf käufer kenntnis klick klärung kommunikation konfigurator
  konferenz kontakt konto kosten kunde kunden kundschaft kündigung laden lager lebens leiter leiterin leitung liefer
  lieferant lieferung lieferzeit linie liste lizenz lösung magazin management manager marke marketing markt
  maschine maschinen material meldung menge messe mitarbeiter moment montage nachfrage nachricht
  nachweis nahme newsletter nummer nutzer nutzung ordnung partner paket persona phase planung platz portal post preis
  problem produkt produktion profil programm projekt prospekt prozess prüfung punkt qualität rechner rechnung
  recherche referenz registrierung reklamation reparatur rückfrage rückgabe rückmeldung rückruf rufnummer schein
  schreiben schulung schutz seite seminar sendung service sicherheit sicht software stand standort statistik status
  stelle steller stellung steuerung stimme strategie störung suche support system tabelle tagung team technik
  techniker teil teilnehmer telefon termin test treffen treue umfrage umgebung unterlagen unternehmen unterstützung
  urkunde verfahren verfolgung vergabe vergleich verhalten verhandlung verkauf verkäufer vermittlung verantwort verordnung versand
  verständnis verteilung vertrag vertreter vertrieb verwaltung video vorführung vorlage vorschlag wahl wartung website
  wechsel weiterbildung werbung werkstatt werkzeug wert wettbewerb wirkung wissen workshop zahlung zeichnung
  zeit zentrale zertifikat ziel zufriedenheit zugang zustellung zustand
`;

/**
 * Words that German compounds of this field are made of, mostly without endings: a compound may be broken before and
 * after one. Some are here to keep a shorter one from being found within them ("begleiter" is not "beg-leiter").
 */
export const compoundParts: readonly string[] = words.trim().split(/\s+/u);
