/** Texts of the templates. A list is one text, an entry a line. */
export const template = {
  channel: {
    recommendation: "Empfehlung",
    search: "Suchmaschine",
    website: "Website",
    webinar: "Webinar",
    phone: "Telefon",
    video: "Videogespräch",
    email: "E-Mail",
    portal: "Portal",
    meeting: "Besprechung",
    social: "Soziale Medien",
    reviews: "Bewertungsportal",
    store: "Filiale",
    chat: "Chat",
    webshop: "Webshop",
    parcel: "Paketdienst",
    product: "Produkt",
    remote: "Fernzugriff",
    visit: "Besuch",
  },
  b2bPurchase: {
    name: "B2B-Kauf",
    summary: "Ein Buying Center auf dem Weg vom ersten Bedarf zum täglichen Einsatz.",
    description: "Wie ein Unternehmen unsere Lösung findet, prüft, kauft und einführt.",
    stage: {
      trigger: "Auslöser",
      research: "Recherche",
      evaluation: "Bewertung",
      decision: "Entscheidung",
      onboarding: "Einführung",
      use: "Nutzung & Empfehlung",
    },
    journey: {
      title: "Vom ersten Bedarf zum täglichen Einsatz",
      trigger: "Die bisherige Lösung bremst das Geschäft",
      outcome: "Das Team arbeitet täglich mit der neuen Lösung",
    },
    persona: {
      user: {
        title: "Sandra, Betriebsleiterin",
        segment: "Mittelstand, Anwenderin und Fürsprecherin",
        quote: "Ich will sehen, dass es mit unseren eigenen Daten funktioniert.",
        goals: "Ziele mit demselben Team erreichen\nEine Lösung, die auch in fünf Jahren noch passt",
        needs: "Ansprechpartner mit Namen\nBelege aus der eigenen Branche",
        frustrations:
          "Denselben Bedarf immer wieder erklären\nZusagen, an die sich nach Vertragsschluss niemand erinnert",
        informationNeeds: "Referenzen aus der Branche\nAufwand der Einführung",
        channels: "Empfehlung\nWebsite\nVideogespräch",
      },
      buyer: {
        title: "Thomas, strategischer Einkäufer",
        segment: "Zentraler Einkauf",
        quote: "Ich brauche drei Angebote, die ich vergleichen kann.",
        goals: "Eine Entscheidung, die jeder Prüfung standhält",
        needs: "Vollständige Unterlagen bei der ersten Anfrage",
        frustrations: "Preislisten mit Fußnoten",
        informationNeeds: "Gesamtkosten über die Laufzeit\nUnterlagen zu Datenschutz und Sicherheit",
        channels: "E-Mail\nPortal",
      },
    },
    touchpoint: {
      recommendation: {
        title: "Empfehlung aus dem Netzwerk",
        need: "Wer hat das schon gelöst?",
      },
      search: {
        title: "Suche und erster Besuch der Website",
        need: "Verstehen die mein Problem?",
      },
      whitepaper: {
        title: "Whitepaper herunterladen",
        need: "Wissen, mit dem ich die anderen überzeuge",
        pains: "Formular verlangt zehn Angaben, bevor etwas zu sehen ist",
      },
      webinar: {
        title: "Fach-Webinar",
        need: "Hören, wie andere es gemacht haben",
        delights: "Antworten von Leuten aus der Praxis",
      },
      callback: {
        title: "Erster Anruf des Vertriebs",
        need: "Ein Gespräch mit jemandem, der vorbereitet ist",
        pains: "Anruf kommt erst nach Tagen\nBedarf muss noch einmal erklärt werden",
      },
      demo: {
        title: "Vorführung mit eigenen Daten",
        need: "Sehen, ob es bei uns funktioniert",
        delights: "Echte Zahlen statt Beispieldaten",
      },
      reference: {
        title: "Gespräch mit einem Referenzkunden",
        need: "Eine ehrliche Meinung, ohne dass der Vertrieb danebensitzt",
      },
      offer: {
        title: "Angebot und Verhandlung",
        need: "Ein Preis, den ich begründen kann",
        pains: "Erst nach mehreren Rückfragen vergleichbar",
      },
      security: {
        title: "Prüfung von IT-Sicherheit und Datenschutz",
        need: "Freigabe durch die eigene IT",
        pains: "Antworten laufen durch drei Abteilungen",
      },
      kickoff: {
        title: "Kick-off mit dem Projektteam",
        need: "Was zugesagt wurde, ist auch hier bekannt",
        pains: "Projektteam kennt die Absprachen nicht",
      },
      access: {
        title: "Konten und Zugänge einrichten",
        need: "Vom ersten Tag an arbeiten können",
        pains: "Zugang fehlt am ersten Morgen",
      },
      review: {
        title: "Halbjährliches Erfolgsgespräch",
        need: "Mehr aus dem Gekauften herausholen",
      },
    },
    handover: {
      lead: {
        information: "Kontakt, Rolle, Bedarf in Kundenworten, gelesene Inhalte, Zeitrahmen",
        promise: "Anruf innerhalb eines Arbeitstags",
      },
      check: {
        information: "Einsatzzweck, Datenarten, Ansprechpartner in der IT des Kunden",
        promise: "Alle Unterlagen bei der ersten Anfrage",
      },
    },
  },
  b2cPurchase: {
    name: "B2C-Kauf",
    summary: "Von der Inspiration bis zur Treue, online und in der Filiale.",
    description: "Wie jemand unser Produkt entdeckt, auswählt, kauft und behält.",
    stage: {
      inspiration: "Inspiration",
      information: "Information",
      choice: "Auswahl",
      purchase: "Kauf",
      delivery: "Lieferung",
      loyalty: "Nutzung & Bindung",
    },
    journey: {
      title: "Das passende Produkt finden und kaufen",
      trigger: "Sieht das Produkt bei jemand anderem im Einsatz",
      outcome: "Nutzt es gern und erzählt davon",
    },
    persona: {
      shopper: {
        title: "Lena, 34, entscheidet unterwegs",
        segment: "Berufstätige Mutter, kauft per Smartphone",
        quote: "Wenn ich danach suchen muss, kaufe ich woanders.",
        goals: "In zehn Minuten das Richtige finden",
        needs: "Ehrliche Bewertungen\nLieferung an einem Tag, der mir passt",
        frustrations: "Kontozwang\nPakete, die irgendwann kommen",
        informationNeeds: "Lieferzeit und Rückgabe\nErfahrungen anderer Käufer",
        channels: "Soziale Medien\nWebshop\nFiliale",
      },
    },
    touchpoint: {
      post: {
        title: "Beitrag einer Content-Creatorin",
        need: "Etwas, das zu meinem Leben passt",
      },
      reviews: {
        title: "Bewertungen anderer Käufer",
        need: "Eine Meinung, die niemand bezahlt hat",
        pains: "Kritik bleibt ohne Antwort",
      },
      productPage: {
        title: "Produktseite",
        need: "Passt es, was kostet es, wann kommt es?",
        pains: "Lieferzeit steht erst im Warenkorb",
      },
      store: {
        title: "Ausprobieren in der Filiale",
        need: "Anfassen und jemanden fragen",
        delights: "Ehrliche Beratung, auch zum günstigeren Modell",
      },
      chat: {
        title: "Frage im Chat",
        need: "Eine schnelle Antwort vor der Entscheidung",
        pains: "Bot kann nicht an einen Menschen übergeben",
      },
      checkout: {
        title: "Warenkorb und Bezahlung",
        need: "In zwei Minuten erledigt",
        pains: "Kundenkonto ist Pflicht",
      },
      confirmation: {
        title: "Bestellbestätigung",
        need: "Gewissheit, dass alles geklappt hat",
      },
      parcel: {
        title: "Zustellung des Pakets",
        need: "Zu Hause sein, wenn es kommt",
        pains: "Zeitfenster von einem ganzen Tag",
      },
      unboxing: {
        title: "Auspacken und erste Nutzung",
        need: "Läuft sofort, ohne Anleitung",
        delights: "In drei Minuten startklar, mit persönlicher Karte",
      },
      returns: {
        title: "Rückgabe oder Umtausch",
        need: "Einen Fehlkauf ohne Ärger loswerden",
        pains: "Etikett muss zu Hause gedruckt werden",
      },
      newsletter: {
        title: "E-Mail mit Tipps zur Nutzung",
        need: "Mehr davon haben, nicht mehr Werbung",
      },
    },
    handover: {
      advice: {
        information: "Empfohlenes Modell, Größe und Farbe, zugesagter Preis",
        promise: "Der Warenkorb ist gefüllt, wenn der Shop geöffnet wird",
      },
      returned: {
        information: "Was zurückkam und warum",
        promise: "Keine Werbung für zurückgeschickte Ware",
      },
    },
  },
  serviceCase: {
    name: "Servicefall",
    summary: "Von der Störung bis zur Lösung, mit allen, die daran beteiligt sind.",
    description: "Was Kunden erleben, wenn etwas nicht funktioniert, bis es wieder läuft.",
    stage: {
      fault: "Störung",
      contact: "Kontakt",
      diagnosis: "Diagnose",
      solution: "Lösung",
      followUp: "Nachbetreuung",
    },
    journey: {
      title: "Störung melden und beheben lassen",
      trigger: "Das Gerät bleibt mitten in der Arbeit stehen",
      outcome: "Alles läuft wieder, das Vertrauen ist größer als zuvor",
    },
    persona: {
      operator: {
        title: "Murat, Schichtleiter",
        segment: "Schichtbetrieb, verantwortet den Ausstoß",
        quote: "Ich brauche keine Ticketnummer, ich brauche Hilfe.",
        goals: "Noch in derselben Schicht weiterarbeiten",
        needs: "Ein Ansprechpartner bis zur Lösung\nEin verlässlicher Zeitpunkt",
        frustrations: "Alles von vorn erzählen\nWarteschleifen mit Musik",
        informationNeeds: "Fehlercode im Klartext\nWann jemand kommt",
        channels: "Telefon\nHilfeportal\nApp",
      },
    },
    touchpoint: {
      message: {
        title: "Fehlermeldung am Gerät",
        need: "Was ist los, und was kann ich selbst tun?",
        pains: "Code statt Klartext",
      },
      selfHelp: {
        title: "Suche im Hilfeportal",
        need: "Mir sofort selbst helfen",
        pains: "Kein Treffer für das eigene Modell",
      },
      hotline: {
        title: "Anruf bei der Hotline",
        need: "Ein Mensch, der sich kümmert",
        pains: "Zwanzig Minuten Warteschleife\nSeriennummer dreimal durchgeben",
      },
      ticket: {
        title: "Bestätigung mit Ticketnummer",
        need: "Wissen, dass daran gearbeitet wird",
      },
      callback: {
        title: "Rückruf einer Fachkraft",
        need: "Jemand, der den Fall schon kennt",
        pains: "Alles noch einmal von vorn erzählt",
      },
      remote: {
        title: "Ferndiagnose",
        need: "Ein klarer Befund ohne Wartezeit",
        delights: "Ursache in wenigen Minuten gefunden",
      },
      estimate: {
        title: "Kostenvoranschlag und Freigabe",
        need: "Den Preis kennen, bevor die Arbeit beginnt",
        pains: "Freigabe nur mit Unterschrift auf Papier",
      },
      sparePart: {
        title: "Ersatzteil bestellen",
        need: "Das richtige Teil noch am selben Tag",
      },
      technician: {
        title: "Techniker vor Ort",
        need: "Es läuft, wenn der Techniker wieder geht",
        delights: "Kommt mit dem richtigen Teil",
      },
      report: {
        title: "Servicebericht",
        need: "Nachweis für die eigenen Unterlagen",
      },
      survey: {
        title: "Zufriedenheitsumfrage",
        need: "Gehört werden, nicht nur gemessen",
        pains: "Niemand antwortet auf die Kritik",
      },
    },
    handover: {
      case: {
        information: "Seriennummer, Fehlercode, was schon versucht wurde, Erreichbarkeit",
        promise: "Rückruf innerhalb einer Stunde, nichts wird doppelt gefragt",
      },
      finding: {
        information: "Befund, Teilenummer, Dringlichkeit",
        promise: "Kostenvoranschlag am selben Tag",
      },
    },
  },
};
