/** The texts of the audit rules: one entry per id of the table of rules. */
export const rule = {
  "moment-of-truth-unowned": {
    name: "Moment der Wahrheit ohne Verantwortung",
    finding:
      "„{{title}}“ ist ein Moment der Wahrheit, doch die Verantwortung dafür ist nicht vollständig geklärt.",
    why: "Hier entscheidet sich, ob der Kunde bleibt. Es braucht einen Bereich, der die Arbeit tut, und eine Person, die dafür einsteht.",
    not: "Touchpoints, die kein Moment der Wahrheit sind, und Momente, für die beides geklärt ist.",
  },
  "nobody-holds": {
    name: "Niemand hält den Kunden",
    finding: "Ab „{{title}}“ haben {{count}} Touchpoints hintereinander keinen verantwortlichen Bereich.",
    why: "Wo den Kunden mehr als einen Schritt lang niemand hält, geht er zwischen den Abteilungen verloren.",
    not: "Einen einzelnen Touchpoint ohne Bereich zwischen zweien, die einen haben.",
  },
  "no-owner": {
    name: "Verantwortlicher Bereich fehlt",
    finding: "„{{title}}“ hat keinen verantwortlichen Bereich.",
    why: "Wo sich kein Bereich zuständig fühlt, wird der Kunde von A nach B geschickt.",
    not: "Notizen: Sie bedeuten noch nichts.",
  },
  "no-manager": {
    name: "Customer Touchpoint Manager fehlt",
    finding: "„{{title}}“ hat keinen Customer Touchpoint Manager.",
    why: "Ohne benannte Person vertritt hier niemand den Kunden über alle Abteilungen hinweg.",
    not: "Notizen: Sie bedeuten noch nichts.",
  },
  "manager-overloaded": {
    name: "Manager mit zu viel Verantwortung",
    finding: "{{person}} steht für {{count}} Touchpoints ein, davon {{moments}} Momente der Wahrheit.",
    why: "Niemand kann überall zugleich für den Kunden da sein: Die Touchpoints haben dann einen Namen, aber keine Pflege.",
    not: "Personas und Journeys, für die jemand einsteht. Die Grenzen sind Einstellungen der Map.",
  },
  "manager-outside": {
    name: "Manager von außen",
    finding:
      "{{person}} gehört zu {{disciplines}}, doch keiner der {{count}} Touchpoints liegt dort, für die {{person}} einsteht.",
    why: "Wer unter denen, die die Arbeit tun, niemanden aus dem eigenen Bereich hat, kann dem Kunden wenig versprechen.",
    not: "Personen ohne Bereich und Manager von Touchpoints, die keinem Bereich gehören.",
  },
  "discipline-absent": {
    name: "Ein Bereich fehlt",
    finding: "In „{{title}}“ ist für nichts verantwortlich: {{disciplines}}.",
    why: "Der Kunde sieht ein Unternehmen. Ein Bereich, der nicht vorkommt, arbeitet oft ungesehen oder zu spät mit.",
    not: "Journeys mit weniger als drei Touchpoints.",
  },
  "handover-open": {
    name: "Übergabe nicht geklärt",
    finding:
      "Von „{{title}}“ zu „{{second}}“ wechselt der Bereich ({{owners}}), doch der Empfänger hat nicht bestätigt, wie.",
    why: "An den Nahtstellen versickert Information, und der Kunde muss alles noch einmal erklären.",
    not: "Verbindungen innerhalb eines Bereichs und solche zu Touchpoints ohne Bereich.",
    fix: "Bestätigen",
  },
  "handover-empty": {
    name: "Übergabe ohne Information",
    finding: "Die Übergabe von „{{title}}“ zu „{{second}}“ sagt nicht, welche Information mitgeht.",
    why: "„Bitte noch einmal erklären“ beginnt dort, wo niemand vereinbart hat, was der Nächste wissen muss.",
    not: "Bereichswechsel, für die überhaupt nichts aufgeschrieben ist.",
  },
  "lead-undefined": {
    name: "Lead ohne Definition",
    finding:
      "Die erste Übergabe vom Marketing an den Vertrieb, von „{{title}}“ zu „{{second}}“, sagt nichts zu: {{lacking}}.",
    why: "Solange nicht vereinbart ist, was ein Lead mitbringen muss, nennt der Vertrieb ihn Schrott, und der Kunde wartet.",
    not: "Spätere Übergaben derselben Journey.",
  },
  "ping-pong": {
    name: "Pingpong zwischen Bereichen",
    finding: "Von „{{title}}“ über „{{second}}“ zu „{{third}}“ geht es hin und zurück: {{owners}}.",
    why: "Wer hin- und hergeschickt wird, spürt, dass niemand zuständig ist.",
    not: "Wechsel, zwischen denen ein weiterer Touchpoint desselben Bereichs liegt.",
  },
  "perception-gap": {
    name: "Selbstbild gegen Fremdbild",
    finding: "Das Team bewertet „{{title}}“ mit {{team}}, der Kunde mit {{customer}}.",
    why: "Was das Team übersieht oder gering schätzt, ist der blinde Fleck der Map.",
    not: "Unterschiede von weniger als zwei und Touchpoints mit nur einer Bewertung.",
  },
  "self-rated-only": {
    name: "Nur von innen gesehen",
    finding: "Was man über „{{title}}“ weiß, stammt allein vom Team.",
    why: "80 % der Manager glauben zu wissen, was Kunden brauchen; 15 % der Kunden stimmen zu.",
    not: "Touchpoints, die niemand bewertet hat, sofern sie kein Moment der Wahrheit sind.",
  },
  "too-slow": {
    name: "Zu langsam für den Kunden",
    finding:
      "Bei „{{title}}“ erwartet der Kunde eine Antwort binnen {{expected}} und bekommt sie nach {{actual}}.",
    why: "Die Geduld endet schnell: So gut die Antwort ist, der Kunde ist bis dahin woanders.",
    not: "Touchpoints, bei denen eine der beiden Zeiten unbekannt ist.",
  },
  "burden-on-customer": {
    name: "Ärger bleibt beim Kunden",
    finding:
      "Bei „{{title}}“ bleibt eine Enttäuschung am Kunden hängen, und keine Maßnahme ist dagegen geplant.",
    why: "Kundenorientiert ist, wer jeden möglichen Ärger vom Kunden zum Anbieter holt.",
    not: "Enttäuschungen, die das Unternehmen trägt, und Touchpoints mit einer offenen oder laufenden Maßnahme.",
    fix: "Maßnahme planen",
  },
  "delight-on-disappointment": {
    name: "Begeisterung über einer Enttäuschung",
    finding: "Bei „{{title}}“ ist eine Enttäuschung unberührt, während Begeisterndes geplant ist.",
    why: "Begeisterung ist verschwendet an jemanden, der gerade enttäuscht wurde.",
    not: "Touchpoints mit einer Maßnahme, die nicht verworfen ist.",
    fix: "Maßnahme planen",
  },
  "measure-overdue": {
    name: "Maßnahme überfällig",
    finding: "„{{measure}}“ war am {{date}} fällig und ist nicht erledigt.",
    why: "Ein Versprechen im Haus, das nicht gehalten wird, ist bald eines an den Kunden.",
    not: "Erledigte und verworfene Maßnahmen und solche ohne Fälligkeit.",
    fix: "Als erledigt markieren",
  },
  "measure-incomplete": {
    name: "Maßnahme unvollständig",
    finding: "Bei „{{measure}}“ fehlt: {{lacking}}.",
    why: "Was niemand bis zu keinem Datum tun muss, wird nicht getan.",
    not: "Erledigte und verworfene Maßnahmen.",
    fix: "Von den Touchpoints übernehmen",
  },
  "content-orphan": {
    name: "Content ohne Platz",
    finding: "Bei „{{content}}“ fehlt: {{lacking}}.",
    why: "Content, den niemand erwartet, an einem Ort, den niemand kennt, erreicht niemanden.",
    not: "Die zuständige Person und den Stand eines Content-Stücks.",
  },
  orphan: {
    name: "Touchpoint ohne Journey",
    finding: "„{{title}}“ gehört zu keiner Journey.",
    why: "Außerhalb einer Journey sieht niemand, was der Kunde davor erlebt hat und was folgt.",
    not: "Notizen, Personas und Journeys.",
  },
  "dead-end": {
    name: "Sackgasse",
    finding: "Nach „{{title}}“ geht es nicht weiter, obwohl Phasen folgen.",
    why: "Hier steht der Kunde und weiß nicht weiter, oder er geht zu jemand anderem.",
    not: "Touchpoints in der letzten Phase, in keiner Phase oder in keiner Journey.",
    fix: "Mit dem nächsten verbinden",
  },
  unreachable: {
    name: "Nichts führt hierher",
    finding: "Kein Weg führt zu „{{title}}“.",
    why: "Ein Touchpoint, den der Kunde nicht findet, hilft niemandem.",
    not: "Den Beginn einer Journey und Touchpoints ohne Journey.",
    fix: "Mit dem vorigen verbinden",
  },
  "empty-stage": {
    name: "Phase ohne Touchpoint",
    finding: "„{{title}}“ hat in „{{stage}}“ keinen Touchpoint.",
    why: "Der Kunde durchlebt diese Phase trotzdem, mit jemand anderem oder allein.",
    not: "Journeys ganz ohne Touchpoints.",
    fix: "Touchpoint hinzufügen",
  },
  "journey-without-persona": {
    name: "Journey ohne Persona",
    finding: "„{{title}}“ ist niemandes Weg: Keine Persona ist damit verbunden.",
    why: "Ohne den Kunden im Blick wird aus einer Journey ein Prozess des Unternehmens.",
    not: "Personas, die nur mit einem ihrer Touchpoints verbunden sind.",
    fix: "Mit der Persona verbinden",
  },
  "persona-without-journey": {
    name: "Persona ohne Journey",
    finding: "„{{title}}“ hat keine Journey.",
    why: "Wer ein Porträt wert war, ist auch einen Weg durch das Unternehmen wert.",
    not: "Personas, denen von mehreren Journeys eine fehlt.",
    fix: "Mit der Journey verbinden",
  },
  "stage-is-department": {
    name: "Phase heißt wie eine Abteilung",
    finding: "„{{stage}}“ ist eine Abteilung und kein Schritt des Kunden.",
    why: "Eine Map, die das Organigramm spiegelt, zeigt das Unternehmen und nicht den Kunden.",
    not: "Namen, die mehr als Abteilungen nennen, etwa „Service erleben“.",
  },
  "review-overdue": {
    name: "Überprüfung überfällig",
    finding: "Diese Map sollte bis {{date}} wieder angesehen werden.",
    why: "Eine Map, die niemand ansieht, beschreibt die Kunden vom letzten Jahr.",
    not: "Maps ohne Termin für die Überprüfung.",
    fix: "Überprüft, wieder in einem Quartal",
  },
  "no-maintainer": {
    name: "Niemand pflegt diese Map",
    finding: "Niemand ist benannt, der diese Map am Leben hält.",
    why: "Allen gehörig und von niemandem gepflegt: So enden Maps.",
    not: "Maps, auf denen noch nichts steht.",
  },
};
