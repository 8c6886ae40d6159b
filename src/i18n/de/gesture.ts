/** What keys do on the map beside the actions. */
export const gesture = {
  heading: "Erfassen ohne Maus",
  below: "Noch einer derselben Art darunter (ein Touchpoint: in derselben Phase)",
  next: "Nächster Touchpoint rechts daneben, verbunden (bei einer Persona: eine Journey)",
  write:
    "Titel des ausgewählten Knotens schreiben (M, V, S und I setzen den Bereich: für einen Titel, der so beginnt, Umschalt halten)",
  finish: "Titel übernehmen; Esc verwirft ihn",
  rate: "Bewerten, von enttäuschend bis begeisternd",
  go: "Zum nächsten Knoten gehen",
  extend: "Einen weiteren Knoten auswählen",
  move: "Auswahl verschieben",
  paste: "Eine kopierte Liste wird zu Touchpoints, einer pro Zeile",
  leave: "Auswahl aufheben; danach führt Tab durch die Seite",
  pan: "Gedrückt halten und ziehen verschiebt die Ansicht, ebenso die rechte Maustaste",
};
